package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.OpSpec;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.tensor.NotFoundException;
import org.jspecify.annotations.Nullable;

/** The derivative of {@link Igamma} with respect to {@code a}. */
@OpSpec("IgammaGradA(a: T, x: T) -> (z: T); T: {float, double}")
public final class IgammaGradA extends BinaryElementwise {
    @Override
    protected double reference(double a, double b) {
        return GammaFunctions.derivativeA(a, b);
    }

    @Override
    protected @Nullable Scalar lower(Scalar a, Scalar b) {
        return null;
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(512);
    }

    @Override
    protected void gradient(Backprop g) {
        throw new NotFoundException(
                "No gradient defined for operation '" + g.node().name() + "' (op type: IgammaGradA)");
    }
}
