package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.UnaryElementwise;

/** {@code features / (abs(features) + 1)}. */
@OpSpec("Softsign(features: T) -> (activations: T); T: {half, bfloat16, float, double}")
public final class Softsign extends UnaryElementwise {
    /** {@code features / (abs(features) + 1)}. */
    @Endpoint("nn.softsign")
    public static Output of(Ops tf, Operand features) {
        return tf.call("Softsign", features);
    }

    @Override
    protected double reference(double x) {
        return x / (Math.abs(x) + 1);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.dividedBy(x.abs().plus(1));
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("SoftsignGrad", dy, x);
    }
}
