package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ReduceKind;
import io.leat.ops.family.ReducedShape;
import io.leat.ops.family.Reduction;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;

/** The mean of the elements along some axes; of integers rounded towards zero, of nothing NaN or 0. */
@OpSpec("Mean(input: T, reduction_indices: Tidx) -> (output: T); keep_dims: bool = false; T: numbertype; "
        + "Tidx: {int32, int64} = DT_INT32")
public final class Mean extends Reduction {
    /** The mean along {@code axes}, an integer vector or scalar; the axes stay as 1 when {@code keepDims}. */
    @Endpoint("math.reduceMean")
    public static Output of(Ops tf, Operand input, Operand axes, boolean keepDims) {
        return tf.op("Mean")
                .input(input)
                .input(axes)
                .attr("keep_dims", keepDims)
                .add()
                .output(0);
    }

    /** The mean of all elements. */
    @Endpoint("math.reduceMean")
    public static Output of(Ops tf, Operand input) {
        return of(tf, input, ReducedShape.allAxes(tf, input.output()), false);
    }

    @Override
    protected ReduceKind kind() {
        return ReduceKind.MEAN;
    }

    @Override
    protected void reduce(Elements x, int[] elements, Elements y, int at) {
        int n = elements.length;
        if (x.dtype().isInteger()) {
            long sum = 0;
            for (int e : elements) {
                sum += x.integer(e);
            }
            boolean unsigned = x.dtype() == DType.UINT64;
            y.setInteger(at, n == 0 ? 0 : unsigned ? Long.divideUnsigned(sum, n) : sum / n);
            return;
        }
        double re = 0;
        double im = 0;
        for (int e : elements) {
            re += x.real(e);
            im += x.imag(e);
        }
        double count = n == 0 && x.dtype().isComplex() ? 1 : n; // as TensorFlow: 0 for complex numbers
        y.set(at, re / count, im / count);
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output x = b.input(0);
        Output spread = ReducedShape.spread(tf, b.dy(0), x, b.input(1));
        Output y = b.output(0);
        Output count;
        if (x.shape().isFullyKnown() && y.shape().isFullyKnown()) {
            count = tf.constant(
                    (double) x.shape().size() / Math.max(1, y.shape().size()), x.dtype());
        } else {
            Output least = tf.call("Maximum", tf.call("Size", y), tf.constant(1));
            count = Cast.of(tf, tf.call("FloorDiv", tf.call("Size", x), least), x.dtype());
        }
        b.dx(0, tf.call("RealDiv", spread, count));
    }
}
