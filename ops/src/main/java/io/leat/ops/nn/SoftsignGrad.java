package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.graph.OpSpec;
import io.leat.ir.Scalar;

/** {@code gradients / (abs(features) + 1)^2}. */
@OpSpec("SoftsignGrad(gradients: T, features: T) -> (backprops: T); T: {half, bfloat16, float, double}")
public final class SoftsignGrad extends ActivationGrad {
    @Override
    double reference(double g, double x, Attrs attrs) {
        double d = Math.abs(x) + 1;
        return g / (d * d);
    }

    @Override
    Scalar lower(Scalar g, Scalar x, Attrs attrs) {
        return g.dividedBy(x.abs().plus(1).square());
    }
}
