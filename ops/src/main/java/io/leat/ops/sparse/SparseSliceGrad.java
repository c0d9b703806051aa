package io.leat.ops.sparse;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/** The gradient of the values of {@link SparseSlice}: that of its output where an entry was kept, 0 for the others. */
@OpSpec("SparseSliceGrad(backprop_val_grad: T, input_indices: int64, input_start: int64, output_indices: int64) -> "
        + "(val_grad: T); T: numbertype")
public final class SparseSliceGrad extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 1);
        c.shape(2, 1);
        c.shape(3, 2);
        c.output(0, Shape.of(c.shape(1, 2).dim(0)));
    }

    @Override
    protected void compute(Compute c) {
        if (c.outputDType(0).isQuantized()) {
            throw new UnimplementedException(
                    "SparseSliceGrad of " + c.outputDType(0).signatureName());
        }
        Coordinates all = places(c, 1);
        Coordinates kept = places(c, 3);
        long[] start = c.integers(2);
        if (start.length != all.rank || kept.rank != all.rank) {
            throw new InvalidArgumentException("Expected the input_start and the input and output indices to have the "
                    + "same number of columns");
        }
        Elements grad = Elements.of(c.input(0));
        if (grad.size() != kept.count) {
            throw new InvalidArgumentException(
                    "Expected the grad to have " + kept.count + " elements, got " + grad.size());
        }
        Elements out = Elements.allocate(c.outputDType(0), Shape.of(all.count));
        int next = 0;
        for (int i = 0; i < all.count && next < kept.count; i++) {
            boolean same = true;
            for (int d = 0; d < all.rank; d++) {
                same &= all.get(i, d) == kept.get(next, d) + start[d];
            }
            if (same) {
                grad.copy(next++, out, i);
            }
        }
        c.output(0, out.tensor());
    }

    private static Coordinates places(Compute c, int input) {
        Shape s = c.shape(input);
        if (s.rank() != 2) {
            throw new InvalidArgumentException("Input and output indices should be matrices, got shape " + s);
        }
        Tensor values = Tensor.zeros(DType.INT32, Shape.of(s.dim(0)));
        return Coordinates.of(c.input(input), values, Tensor.zeros(DType.INT64, Shape.of(s.dim(1))));
    }
}
