package io.leat.ops.array;

import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** The input with the dimensions that {@code axis} lists reversed. */
@OpSpec("ReverseV2(tensor: T, axis: Tidx) -> (output: T); Tidx: {int32, int64} = DT_INT32; T: {uint8, int8, uint16, "
        + "int16, int32, uint32, int64, uint64, bool, bfloat16, half, float, double, complex64, complex128, string}")
public final class ReverseV2 extends Reversal {
    @Endpoint("reverse")
    public static Output of(Ops tf, Operand tensor, int... axes) {
        return tf.call("ReverseV2", tensor, tf.constant(axes));
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        c.shape(1, 1);
        long[] axes = c.integers(1);
        if (axes != null && in.hasRank()) {
            axes(axes, in.rank());
        }
        c.output(0, in);
    }

    private static boolean[] axes(long[] axes, int rank) {
        boolean[] out = new boolean[rank];
        for (int i = 0; i < axes.length; i++) {
            if (axes[i] < -rank || axes[i] >= rank) {
                throw new InvalidArgumentException(
                        "'axis'[" + i + "] = " + axes[i] + " is out of valid range [0, " + (rank - 1));
            }
            int d = (int) (axes[i] < 0 ? axes[i] + rank : axes[i]);
            if (out[d]) {
                throw new InvalidArgumentException("axis " + d + " specified more than once.");
            }
            out[d] = true;
        }
        return out;
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, reversed(c.input(0), axes(c.integers(1), c.shape(0).rank())));
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor axes = c.constant(1);
        return axes != null
                && lower(c, axes(Constants.integers(axes), c.shape(0).rank()));
    }
}
