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
import io.leat.tensor.raw.Elements;

/** The sum of the elements along some axes. */
@OpSpec("Sum(input: T, reduction_indices: Tidx) -> (output: T); "
        + "keep_dims: bool = false; T: numbertype; Tidx: {int32, int64} = DT_INT32")
public final class Sum extends Reduction {
    /** Sums along {@code axes}, an integer vector or scalar; the axes stay as 1 when {@code keepDims}. */
    @Endpoint("math.reduceSum")
    public static Output of(Ops tf, Operand input, Operand axes, boolean keepDims) {
        return tf.op("Sum")
                .input(input)
                .input(axes)
                .attr("keep_dims", keepDims)
                .add()
                .output(0);
    }

    /** Sums all elements. */
    @Endpoint("math.reduceSum")
    public static Output of(Ops tf, Operand input) {
        return of(tf, input, ReducedShape.allAxes(tf, input.output()), false);
    }

    @Override
    protected ReduceKind kind() {
        return ReduceKind.SUM;
    }

    @Override
    protected void reduce(Elements x, int[] elements, Elements y, int at) {
        if (x.dtype().isInteger()) {
            long sum = 0;
            for (int e : elements) {
                sum += x.integer(e);
            }
            y.setInteger(at, sum);
            return;
        }
        double re = 0;
        double im = 0;
        for (int e : elements) {
            re += x.real(e);
            im += x.dtype().isComplex() ? x.imag(e) : 0;
        }
        if (x.dtype().isComplex()) {
            y.set(at, re, im);
        } else {
            y.set(at, re);
        }
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, ReducedShape.spread(b.tf(), b.dy(0), b.input(0), b.input(1)));
    }
}
