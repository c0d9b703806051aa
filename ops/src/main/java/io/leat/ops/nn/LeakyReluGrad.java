package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.OpSpec;
import io.leat.ir.Scalar;

/** {@code gradients} where {@code features > 0}, elsewhere {@code alpha * gradients}. */
@OpSpec("LeakyReluGrad(gradients: T, features: T) -> (backprops: T); alpha: float = 0.2; T: {half, bfloat16, "
        + "float, double} = DT_FLOAT")
public final class LeakyReluGrad extends ActivationGrad {
    @Override
    double reference(double g, double x, Attrs attrs) {
        return x > 0 ? g : g * attrs.real("alpha");
    }

    @Override
    Scalar lower(Scalar g, Scalar x, Attrs attrs) {
        return x.gt(0).select(g, g.times(attrs.real("alpha")));
    }

    @Override
    protected void gradient(Backprop b) {
        passOn(b);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(1);
    }
}
