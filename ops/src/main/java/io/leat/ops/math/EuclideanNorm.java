package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.Lowering;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ReduceKind;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.ops.family.ReducedShape;
import io.leat.ops.family.Reduction;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * The square root of the sum of the squares of the elements along some axes (of their magnitudes if complex). Of
 * integers the squares and their sum wrap, and the root is truncated.
 */
@OpSpec("EuclideanNorm(input: T, reduction_indices: Tidx) -> (output: T); keep_dims: bool = false; "
        + "T: numbertype; Tidx: {int32, int64} = DT_INT32")
public final class EuclideanNorm extends Reduction {
    /** The Euclidean norm along {@code axes}, an integer vector or scalar; the axes stay as 1 when {@code keepDims}. */
    @Endpoint("math.reduceEuclideanNorm")
    public static Output of(Ops tf, Operand input, Operand axes, boolean keepDims) {
        return tf.op("EuclideanNorm")
                .input(input)
                .input(axes)
                .attr("keep_dims", keepDims)
                .add()
                .output(0);
    }

    /** The Euclidean norm of all elements. */
    @Endpoint("math.reduceEuclideanNorm")
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
            Elements sum = Elements.allocate(x.dtype(), Shape.SCALAR);
            for (int e : elements) {
                sum.setInteger(0, sum.integer(0) + x.integer(e) * x.integer(e));
            }
            y.set(at, Math.sqrt(sum.real(0)));
            return;
        }
        double sum = 0;
        for (int e : elements) {
            sum += x.real(e) * x.real(e) + x.imag(e) * x.imag(e);
        }
        y.set(at, Math.sqrt(sum), 0);
    }

    @Override
    protected boolean lower(Lowering c) {
        return c.dtype(0).isFloating() && super.lower(c);
    }

    @Override
    protected Value reduce(Lowering c, Value x, int[] axes) {
        Scalar element = Scalar.input(0, x.dtype());
        return c.map(element.sqrt(), super.reduce(c, c.map(element.square(), x), axes));
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output x = b.input(0);
        Output y = ReducedShape.spread(tf, b.output(0), x, b.input(1));
        Output dy = ReducedShape.spread(tf, b.dy(0), x, b.input(1));
        b.dx(0, tf.call("RealDiv", x, tf.call("RealDiv", y, dy)));
    }
}
