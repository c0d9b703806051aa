package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ReduceKind;
import io.leat.ops.family.ReducedShape;
import io.leat.ops.family.Reduction;
import io.leat.tensor.raw.Elements;

/**
 * The least of the elements along some axes; NaN if any is, of nothing the highest element there is. Elements that
 * share it share the gradient.
 */
@OpSpec("Min(input: T, reduction_indices: Tidx) -> (output: T); keep_dims: bool = false; "
        + "T: {float, double, int32, uint8, int16, int8, int64, bfloat16, uint16, half, uint32, uint64, qint8, quint8, qint32, qint16, quint16}; "
        + "Tidx: {int32, int64} = DT_INT32")
public final class Min extends Reduction {
    /** The least element along {@code axes}, an integer vector or scalar; the axes stay as 1 when {@code keepDims}. */
    @Endpoint("math.reduceMin")
    public static Output of(Ops tf, Operand input, Operand axes, boolean keepDims) {
        return tf.op("Min")
                .input(input)
                .input(axes)
                .attr("keep_dims", keepDims)
                .add()
                .output(0);
    }

    /** The least element of all elements. */
    @Endpoint("math.reduceMin")
    public static Output of(Ops tf, Operand input) {
        return of(tf, input, ReducedShape.allAxes(tf, input.output()), false);
    }

    @Override
    protected ReduceKind kind() {
        return ReduceKind.MIN;
    }

    @Override
    protected void reduce(Elements x, int[] elements, Elements y, int at) {
        if (x.dtype().isFloating()) {
            double best = Double.POSITIVE_INFINITY;
            for (int e : elements) {
                best = Math.min(best, x.real(e));
            }
            y.set(at, best);
            return;
        }
        long best = Integers.highest(x.dtype());
        for (int e : elements) {
            long v = x.integer(e);
            best = Integers.compare(v, best, x.dtype()) < 0 ? v : best;
        }
        y.setInteger(at, best);
    }

    @Override
    protected void gradient(Backprop b) {
        ExtremeGradient.of(b);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
