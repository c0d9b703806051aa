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
 * The greatest of the elements along some axes; NaN if any is, of nothing the lowest element there is. Elements that
 * share it share the gradient.
 */
@OpSpec("Max(input: T, reduction_indices: Tidx) -> (output: T); keep_dims: bool = false; "
        + "T: {float, double, int32, uint8, int16, int8, int64, bfloat16, uint16, half, uint32, uint64, qint8, quint8, qint32, qint16, quint16}; "
        + "Tidx: {int32, int64} = DT_INT32")
public final class Max extends Reduction {
    /** The greatest element along {@code axes}, an integer vector or scalar; the axes stay as 1 when {@code keepDims}. */
    @Endpoint("math.reduceMax")
    public static Output of(Ops tf, Operand input, Operand axes, boolean keepDims) {
        return tf.op("Max")
                .input(input)
                .input(axes)
                .attr("keep_dims", keepDims)
                .add()
                .output(0);
    }

    /** The greatest element of all elements. */
    @Endpoint("math.reduceMax")
    public static Output of(Ops tf, Operand input) {
        return of(tf, input, ReducedShape.allAxes(tf, input.output()), false);
    }

    @Override
    protected ReduceKind kind() {
        return ReduceKind.MAX;
    }

    @Override
    protected void reduce(Elements x, int[] elements, Elements y, int at) {
        if (x.dtype().isFloating()) {
            double best = Double.NEGATIVE_INFINITY;
            for (int e : elements) {
                best = Math.max(best, x.real(e));
            }
            y.set(at, best);
            return;
        }
        long best = Integers.lowest(x.dtype());
        for (int e : elements) {
            long v = x.integer(e);
            best = Integers.compare(v, best, x.dtype()) > 0 ? v : best;
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
