package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.UnaryElementwise;

/** {@code log(1 + exp(x))}, computed without overflow. */
@OpSpec("Softplus(features: T) -> (activations: T); T: {half, bfloat16, float, double} = DT_FLOAT")
public final class Softplus extends UnaryElementwise {
    @Endpoint("nn.softplus")
    public static Output of(Ops tf, Operand features) {
        return tf.call("Softplus", features);
    }

    @Override
    protected double reference(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.max(0).plus(x.abs().neg().exp().log1p());
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("SoftplusGrad", dy, x);
    }
}
