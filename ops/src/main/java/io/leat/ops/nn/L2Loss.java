package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ReduceKind;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.stream.IntStream;

/** {@code sum(t^2) / 2}, a scalar. */
@OpSpec("L2Loss(t: T) -> (output: T); T: {half, bfloat16, float, double}")
public final class L2Loss extends Op {
    /** {@code sum(t^2) / 2}, a scalar. */
    @Endpoint("nn.l2Loss")
    public static Output of(Ops tf, Operand t) {
        return tf.call("L2Loss", t);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), Shape.SCALAR);
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += x.real(i) * x.real(i);
        }
        y.set(0, sum / 2);
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        DType t = c.dtype(0);
        Value x = Precision.widen(c, c.input(0));
        Value squares = c.map(Scalar.input(0, x.dtype()).square(), x);
        int[] all = IntStream.range(0, c.shape(0).rank()).toArray();
        Value sum = c.reduce(ReduceKind.SUM, squares, all, false);
        c.output(0, c.map(Scalar.input(0, x.dtype()).times(0.5).cast(t), sum));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, b.input(0).times(b.dy(0)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
