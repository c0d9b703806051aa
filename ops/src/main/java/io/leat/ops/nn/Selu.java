package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.UnaryElementwise;

/**
 * {@code scale * features} where the features are positive, elsewhere {@code scale * alpha * (exp(features) - 1)}: the
 * self-normalising activation of Klambauer et al. (2017).
 */
@OpSpec("Selu(features: T) -> (activations: T); T: {half, bfloat16, float, double}")
public final class Selu extends UnaryElementwise {
    static final double SCALE = 1.0507009873554804934193349852946;
    static final double SCALE_ALPHA = 1.7580993408473768599402175208123;

    /** The self-normalising activation of Klambauer et al. (2017). */
    @Endpoint("nn.selu")
    public static Output of(Ops tf, Operand features) {
        return tf.call("Selu", features);
    }

    @Override
    protected double reference(double x) {
        return x < 0 ? SCALE_ALPHA * Math.expm1(x) : SCALE * x;
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.lt(0).select(x.expm1().times(SCALE_ALPHA), x.times(SCALE));
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("SeluGrad", dy, y);
    }
}
