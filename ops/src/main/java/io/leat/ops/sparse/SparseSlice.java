package io.leat.ops.sparse;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.stream.IntStream;

/** The part of a sparse tensor of {@code size} from {@code start} on, cut off at the end of the tensor. */
@OpSpec("SparseSlice(indices: int64, values: T, shape: int64, start: int64, size: int64) -> "
        + "(output_indices: int64, output_values: T, output_shape: int64); T: type")
public final class SparseSlice extends Op {
    @Override
    protected void infer(Inference c) {
        Coordinates.infer(c, 0);
        Shape shape = c.shape(2, 1).merge(c.shape(3, 1)).merge(c.shape(4, 1));
        c.output(0, Shape.of(Shape.ANY, shape.dim(0)));
        c.output(1, Shape.of(Shape.ANY));
        c.output(2, shape);
    }

    private static long[] vector(Compute c, int input, String name, int rank) {
        if (c.shape(input).rank() != 1 || c.input(input).size() != rank) {
            throw new InvalidArgumentException("Expected " + name + " to be a vector of length " + rank
                    + " but got length " + c.input(input).size());
        }
        return c.integers(input);
    }

    @Override
    protected void compute(Compute c) {
        var at = Coordinates.of(c.input(0), c.input(1), c.input(2));
        long[] dims = c.integers(2);
        long[] start = vector(c, 3, "start", at.rank);
        long[] size = vector(c, 4, "size", at.rank);
        long[] shape = new long[at.rank];
        for (int d = 0; d < at.rank; d++) {
            shape[d] = Math.max(0, Math.min(size[d], dims[d] - start[d]));
        }
        int[] kept = IntStream.range(0, at.count)
                .filter(i -> IntStream.range(0, at.rank)
                        .allMatch(d -> at.get(i, d) >= start[d] && at.get(i, d) - start[d] < size[d]))
                .toArray();
        Elements values = Elements.of(c.input(1));
        Elements outIndices = Elements.allocate(DType.INT64, Shape.of(kept.length, at.rank));
        Elements outValues = Elements.allocate(c.outputDType(1), Shape.of(kept.length));
        for (int i = 0; i < kept.length; i++) {
            for (int d = 0; d < at.rank; d++) {
                outIndices.setInteger(i * at.rank + d, at.get(kept[i], d) - start[d]);
            }
            values.copy(kept[i], outValues, i);
        }
        c.output(0, outIndices.tensor());
        c.output(1, outValues.tensor());
        c.output(2, Tensor.vector(shape));
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(1, b.tf().call("SparseSliceGrad", b.dy(1), b.input(0), b.input(3), b.output(0)));
    }
}
