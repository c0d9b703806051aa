package io.leat.ops.ragged;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.List;

/** The values of a ragged tensor as a sparse one: indices [n, rank], values [n] and a shape [rank] that holds all rows. */
@OpSpec("RaggedTensorToSparse(rt_nested_splits: RAGGED_RANK * Tsplits, rt_dense_values: T) -> "
        + "(sparse_indices: int64, sparse_values: T, sparse_dense_shape: int64); "
        + "RAGGED_RANK: int >= 1; T: type; Tsplits: {int32, int64} = int64")
public final class RaggedTensorToSparse extends Op {
    @Override
    protected void infer(Inference c) {
        int n = c.inputs() - 1;
        Splits.infer(c, n);
        Shape values = c.shape(n);
        long rank = values.hasRank() ? values.rank() + n : Shape.ANY;
        long count = values.isFullyKnown() ? values.size() : Shape.ANY;
        c.output(0, Shape.of(count, rank));
        c.output(1, Shape.of(count));
        c.output(2, Shape.of(rank));
    }

    private static void check(List<long[]> splits, long values) {
        for (int d = 0; d < splits.size(); d++) {
            long[] s = splits.get(d);
            if (s.length == 0) {
                throw new InvalidArgumentException("ragged splits may not be empty.");
            }
            if (s[0] != 0) {
                throw new InvalidArgumentException("First value of ragged splits must be 0.");
            }
            for (int i = 1; i < s.length; i++) {
                if (s[i] < s[i - 1]) {
                    throw new InvalidArgumentException(
                            "Ragged splits should be non decreasing, but we got " + s[i - 1] + " followed by " + s[i]);
                }
            }
            long end = d == splits.size() - 1 ? values : splits.get(d + 1).length - 1;
            if (s[s.length - 1] != end) {
                throw new InvalidArgumentException(
                        "Final value of ragged splits must match the length the corresponding ragged values.");
            }
        }
    }

    @Override
    protected void compute(Compute c) {
        int n = c.inputs() - 1;
        for (int i = 0; i < n; i++) {
            if (c.shape(i).rank() != 1) {
                throw new InvalidArgumentException("Ragged splits must be vectors, not of shape " + c.shape(i));
            }
        }
        Shape dense = c.shape(n);
        if (dense.rank() == 0) {
            throw new InvalidArgumentException("The rank of rt_dense_values must be at least 1.");
        }
        List<long[]> splits = Splits.inputs(c, n);
        check(splits, dense.dim(0));
        int rank = dense.rank() + n;
        int count = Math.toIntExact(dense.size());
        Elements indices = Elements.allocate(DType.INT64, Shape.of(count, rank));
        int width = Math.toIntExact(dense.from(1).size());
        for (int i = 0; i < count; i++) {
            write(indices, i, splits, i / width, i % width, dense);
        }
        c.output(0, indices.tensor());
        c.output(1, c.input(n).reshape(Shape.of(count)));
        c.output(2, Tensor.vector(shape(splits, dense)));
    }

    /** Writes the place of entry {@code i}, which is element {@code inner} of row {@code row} of the values. */
    private static void write(Elements indices, int i, List<long[]> splits, long row, long inner, Shape dense) {
        int n = splits.size();
        int at = i * (n + dense.rank());
        long rest = inner;
        for (int d = dense.rank() - 1; d > 0; d--) {
            indices.setInteger(at + n + d, rest % dense.dim(d));
            rest /= dense.dim(d);
        }
        long below = row;
        for (int d = n - 1; d >= 0; d--) {
            long[] s = splits.get(d);
            int parent = 0;
            while (s[parent + 1] <= below) {
                parent++;
            }
            indices.setInteger(at + d + 1, below - s[parent]);
            below = parent;
        }
        indices.setInteger(at, below);
    }

    private static long[] shape(List<long[]> splits, Shape dense) {
        int n = splits.size();
        long[] dims = new long[n + dense.rank()];
        dims[0] = splits.getFirst().length - 1L;
        for (int d = 0; d < n; d++) {
            long[] s = splits.get(d);
            for (int i = 1; i < s.length; i++) {
                dims[d + 1] = Math.max(dims[d + 1], s[i] - s[i - 1]);
            }
        }
        for (int d = 1; d < dense.rank(); d++) {
            dims[n + d] = dense.dim(d);
        }
        return dims;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        int n = b.node().inputCount() - 1;
        b.dx(n, tf.call("Reshape", b.dy(1), tf.call("Shape", b.input(n))));
    }
}
