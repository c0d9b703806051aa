package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/** Whether {@code |x - y| < tolerance}, of two tensors of one shape. */
@OpSpec("ApproximateEqual(x: T, y: T) -> (z: bool); T: numbertype; tolerance: float = 1.0E-5")
public final class ApproximateEqual extends Op {
    @Endpoint("math.approximateEqual")
    public static Output of(Ops tf, Operand x, Operand y, float tolerance) {
        return tf.op("ApproximateEqual")
                .input(x)
                .input(y)
                .attr("tolerance", tolerance)
                .add()
                .output(0);
    }

    private static Shape common(Shape x, Shape y) {
        if (!x.isCompatibleWith(y)) {
            throw new InvalidArgumentException("x and y must be of the same shape. x shape: " + x + ". y shape: " + y);
        }
        return x.merge(y);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, common(c.shape(0), c.shape(1)));
    }

    @Override
    protected void compute(Compute c) {
        if (!c.input(0).dtype().isFloating()) {
            throw new UnimplementedException(
                    "ApproximateEqual of " + c.input(0).dtype().signatureName());
        }
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.of(c.input(1));
        Elements z = Elements.allocate(DType.BOOL, common(c.shape(0), c.shape(1)));
        double tolerance = c.attrs().real("tolerance");
        for (int i = 0; i < z.size(); i++) {
            z.set(i, Math.abs(x.real(i) - y.real(i)) < tolerance);
        }
        c.output(0, z.tensor());
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
