package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.tensor.DType;

/**
 * The greater of {@code x} and {@code y}; NaN if either is. Where both are equal, the gradient goes to {@code x}.
 */
@OpSpec("Maximum(x: T, y: T) -> (z: T); T: realnumbertype")
public final class Maximum extends BinaryElementwise {
    @Endpoint("math.maximum")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("Maximum", x, y);
    }

    @Override
    protected double reference(double a, double b) {
        return Math.max(a, b);
    }

    @Override
    protected long reference(long a, long b, DType type) {
        return Integers.compare(a, b, type) >= 0 ? a : b;
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.max(b);
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("SelectV2", tf.call("GreaterEqual", a, b), dz, tf.constant(0, dz.dtype()));
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("SelectV2", tf.call("GreaterEqual", a, b), tf.constant(0, dz.dtype()), dz);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
