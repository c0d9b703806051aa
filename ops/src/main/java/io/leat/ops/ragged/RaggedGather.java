package io.leat.ops.ragged;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Gradient;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a ragged tensor at {@code indices} [...]: a ragged tensor whose outer dimensions are those of the indices.
 */
@OpSpec("RaggedGather(params_nested_splits: PARAMS_RAGGED_RANK * Tsplits, params_dense_values: Tvalues, "
        + "indices: Tindices) -> "
        + "(output_nested_splits: OUTPUT_RAGGED_RANK * Tsplits, output_dense_values: Tvalues); "
        + "Tvalues: type; Tindices: {int32, int64}; Tsplits: {int32, int64} = int64; PARAMS_RAGGED_RANK: int >= 1; "
        + "OUTPUT_RAGGED_RANK: int >= 0")
public final class RaggedGather extends Op {
    @Override
    protected void infer(Inference c) {
        int n = c.inputs() - 2;
        Splits.infer(c, n);
        Shape indices = c.shape(n + 1);
        int out = c.outputs() - 1;
        if (indices.hasRank() && indices.rank() - 1 + n != out) {
            throw new InvalidArgumentException(
                    "Shape must be rank " + (out - n + 1) + " but is rank " + indices.rank());
        }
        for (int i = 0; i < out; i++) {
            c.output(i, Shape.of(Shape.ANY));
        }
        Shape values = c.shape(n);
        c.output(out, values.hasRank() ? values.withDim(0, Shape.ANY) : values);
    }

    private static void check(List<long[]> splits, long values) {
        for (int d = 0; d < splits.size(); d++) {
            long[] s = splits.get(d);
            if (s.length == 0) {
                throw new InvalidArgumentException("Ragged splits may not be empty");
            }
            if (s[0] < 0) {
                throw new InvalidArgumentException("Ragged splits must be non-negative");
            }
            long end = d == splits.size() - 1 ? values : splits.get(d + 1).length - 1;
            for (int i = 1; i < s.length; i++) {
                if (s[i] < s[i - 1]) {
                    throw new InvalidArgumentException("Ragged splits must be sorted");
                }
            }
            if (s[s.length - 1] > end) {
                throw new InvalidArgumentException("Ragged splits must not point past values");
            }
        }
    }

    @Override
    protected void compute(Compute c) {
        int n = c.inputs() - 2;
        for (int i = 0; i < n; i++) {
            if (c.shape(i).rank() != 1) {
                throw new InvalidArgumentException("Ragged splits must be vectors, not of shape " + c.shape(i));
            }
        }
        if (c.shape(n).rank() == 0) {
            throw new InvalidArgumentException("params.rank must be nonzero");
        }
        List<long[]> splits = Splits.inputs(c, n);
        long[] indices = c.integers(n + 1);
        Shape places = c.shape(n + 1);
        long rows = splits.getFirst().length - 1L;
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= rows) {
                throw new InvalidArgumentException(
                        "indices" + place(places, i) + " = " + indices[i] + " is not in [0, " + rows + ")");
            }
        }
        check(splits, c.shape(n).dim(0));
        gather(c, splits, indices, places);
    }

    private static String place(Shape shape, int i) {
        List<Long> at = new ArrayList<>();
        long rest = i;
        for (int d = shape.rank() - 1; d >= 0; d--) {
            at.addFirst(rest % shape.dim(d));
            rest /= shape.dim(d);
        }
        return at.isEmpty() ? "" : at.toString().replace(" ", "");
    }

    private static void gather(Compute c, List<long[]> splits, long[] indices, Shape places) {
        int outer = places.rank() - 1;
        int n = splits.size();
        List<List<Long>> out = new ArrayList<>();
        for (int d = 0; d < outer + n; d++) {
            out.add(new ArrayList<>(List.of(0L)));
        }
        long rows = 1;
        for (int d = 0; d < outer; d++) {
            rows *= places.dim(d);
            for (long r = 1; r <= rows; r++) {
                out.get(d).add(r * places.dim(d + 1));
            }
        }
        List<long[]> pieces = new ArrayList<>();
        long total = 0;
        for (long index : indices) {
            long from = index;
            long to = index + 1;
            for (int d = 0; d < n; d++) {
                long[] s = splits.get(d);
                if (d + outer >= 0) {
                    List<Long> target = out.get(d + outer);
                    long shift = target.getLast() - s[(int) from];
                    for (long j = from; j < to; j++) {
                        target.add(s[(int) j + 1] + shift);
                    }
                }
                from = s[(int) from];
                to = s[(int) to];
            }
            pieces.add(new long[] {from, to});
            total += to - from;
        }
        for (int d = 0; d < out.size(); d++) {
            c.output(d, Splits.tensor(c.outputDType(d), out.get(d)));
        }
        c.output(out.size(), values(c.input(n), pieces, total));
    }

    private static Tensor values(Tensor in, List<long[]> pieces, long total) {
        Elements y = Elements.allocate(in.dtype(), in.shape().withDim(0, total));
        int width = Math.toIntExact(in.shape().from(1).size());
        int at = 0;
        for (long[] piece : pieces) {
            int count = (int) (piece[1] - piece[0]) * width;
            Elements.of(in).copyRange((int) piece[0] * width, y, at, count);
            at += count;
        }
        return y.tensor();
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        int n = b.node().inputCount() - 2;
        Output all = b.input(0);
        for (int i = 1; i < n; i++) {
            all = gather(tf, b.input(i), all);
        }
        Output ends = tf.call("Slice", all, tf.constant(new int[] {1}), tf.constant(new int[] {-1}));
        Output flat = tf.call("Reshape", b.input(n + 1), tf.constant(new int[] {-1}));
        Output rows = RaggedRange.values(tf, gather(tf, all, flat), gather(tf, ends, flat));
        Output dy = b.dy(b.node().outputCount() - 1);
        b.dx(n, new Gradient.IndexedSlices(dy, rows, tf.call("Shape", b.input(n))));
    }

    private static Output gather(Ops tf, Output from, Output at) {
        return tf.call("GatherV2", from, at, tf.constant(0));
    }
}
