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

/** The Hurwitz zeta function: the sum of {@code (q + k)^-x} over all integers {@code k} from 0. */
@OpSpec("Zeta(x: T, q: T) -> (z: T); T: {float, double}")
public final class Zeta extends BinaryElementwise {
    @Endpoint("math.zeta")
    public static Output of(Ops tf, Operand x, Operand q) {
        return tf.call("Zeta", x, q);
    }

    @Override
    protected double reference(double a, double b) {
        return ZetaFunctions.zeta(a, b);
    }

    @Override
    protected @Nullable Scalar lower(Scalar a, Scalar b) {
        return null;
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        Output next = tf.call("Zeta", tf.call("AddV2", a, tf.constant(1, a.dtype())), b);
        return tf.call("Mul", tf.call("Mul", tf.call("Neg", a), next), dz);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
