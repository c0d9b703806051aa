package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.UnaryElementwise;

/** {@code exp(features) - 1} where the features are negative, elsewhere the features. */
@OpSpec("Elu(features: T) -> (activations: T); T: {half, bfloat16, float, double}")
public final class Elu extends UnaryElementwise {
    /** {@code exp(features) - 1} where the features are negative, elsewhere the features. */
    @Endpoint("nn.elu")
    public static Output of(Ops tf, Operand features) {
        return tf.call("Elu", features);
    }

    @Override
    protected double reference(double x) {
        return x < 0 ? Math.expm1(x) : x;
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.lt(0).select(x.expm1(), x);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("EluGrad", dy, y);
    }
}
