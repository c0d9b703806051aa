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
import io.leat.ir.Scalar;
import io.leat.tensor.raw.Elements;

/** {@code features} where they are positive, elsewhere {@code alpha * features}. */
@OpSpec("LeakyRelu(features: T) -> (activations: T); alpha: float = 0.2; T: {half, bfloat16, float, double} "
        + "= DT_FLOAT")
public final class LeakyRelu extends Op {
    /** {@code features} where they are positive, elsewhere {@code alpha * features}. */
    @Endpoint("nn.leakyRelu")
    public static Output of(Ops tf, Operand features, float alpha) {
        return tf.op("LeakyRelu").input(features).attr("alpha", alpha).add().output(0);
    }

    /** With an alpha of 0.2. */
    @Endpoint("nn.leakyRelu")
    public static Output of(Ops tf, Operand features) {
        return tf.call("LeakyRelu", features);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        float alpha = c.attrs().real("alpha");
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), x.shape());
        for (int i = 0; i < x.size(); i++) {
            y.set(i, alpha < 1 ? Math.max(x.real(i), alpha * x.real(i)) : Math.min(x.real(i), alpha * x.real(i)));
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Scalar x = Scalar.input(0, c.dtype(0));
        float alpha = c.attrs().real("alpha");
        c.output(0, c.map(alpha < 1 ? x.max(x.times(alpha)) : x.min(x.times(alpha)), c.input(0)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(
                0,
                b.tf().op("LeakyReluGrad")
                        .input(b.dy(0))
                        .input(b.input(0))
                        .attr("alpha", b.attrs().real("alpha"))
                        .add()
                        .output(0));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(1);
    }
}
