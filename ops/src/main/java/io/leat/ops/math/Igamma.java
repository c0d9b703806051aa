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

/**
 * The lower regularised incomplete gamma function: the integral of {@code t^(a-1) exp(-t)} from 0 to {@code x},
 * divided by {@code Γ(a)}.
 */
@OpSpec("Igamma(a: T, x: T) -> (z: T); T: {bfloat16, half, float, double}")
public final class Igamma extends BinaryElementwise {
    @Endpoint("math.igamma")
    public static Output of(Ops tf, Operand a, Operand x) {
        return tf.call("Igamma", a, x);
    }

    @Override
    protected double reference(double a, double b) {
        return GammaFunctions.lower(a, b);
    }

    @Override
    protected @Nullable Scalar lower(Scalar a, Scalar b) {
        return null;
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("Mul", tf.call("IgammaGradA", a, b), dz);
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        Output one = tf.constant(1, a.dtype());
        Output power = tf.call("Mul", tf.call("Sub", a, one), tf.call("Log", b));
        Output density = tf.call("Exp", tf.call("Sub", tf.call("Sub", power, b), tf.call("Lgamma", a)));
        return tf.call("Mul", density, dz);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
