package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import org.jspecify.annotations.Nullable;

/** The derivative of order {@code a} of the {@link Digamma} function at {@code x}. */
@OpSpec("Polygamma(a: T, x: T) -> (z: T); T: {float, double}")
public final class Polygamma extends BinaryElementwise {
    @Endpoint("math.polygamma")
    public static Output of(Ops tf, Operand a, Operand x) {
        return tf.call("Polygamma", a, x);
    }

    @Override
    protected double reference(double a, double b) {
        return ZetaFunctions.polygamma(a, b);
    }

    @Override
    protected @Nullable Scalar lower(Scalar a, Scalar b) {
        return null;
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("Mul", tf.call("Polygamma", tf.call("AddV2", a, tf.constant(1, a.dtype())), b), dz);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
