package io.leat.ops.array;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** The input with those dimensions reversed for which {@code dims}, a vector of bools, is true. */
@OpSpec("Reverse(tensor: T, dims: bool) -> (output: T); T: {uint8, int8, uint16, int16, uint32, int32, uint64, int64, "
        + "bool, bfloat16, half, float, double, complex64, complex128, string}")
public final class Reverse extends Reversal {
    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        Shape dims = c.shape(1, 1);
        if (in.rank() > 8) {
            throw new InvalidArgumentException("reverse does not work on tensors with more than 8 dimensions");
        }
        if (in.hasRank() && dims.dim(0) != Shape.ANY && dims.dim(0) != in.rank()) {
            throw new InvalidArgumentException(
                    "reverse 'dims' argument must have same number of values as the number of "
                            + "dimensions in the input: " + dims.dim(0) + " vs. " + in.rank());
        }
        c.output(0, !in.hasRank() && dims.dim(0) != Shape.ANY ? Shape.ofRank((int) dims.dim(0)) : in);
    }

    private static boolean[] axes(Tensor dims) {
        Elements e = Elements.of(dims);
        boolean[] out = new boolean[e.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = e.truth(i);
        }
        return out;
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, reversed(c.input(0), axes(c.input(1))));
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor dims = c.constant(1);
        return dims != null && lower(c, axes(dims));
    }
}
