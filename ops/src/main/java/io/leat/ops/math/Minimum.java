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

/** The less of {@code x} and {@code y}; NaN if either is. Where both are equal, the gradient goes to {@code x}. */
@OpSpec("Minimum(x: T, y: T) -> (z: T); T: realnumbertype")
public final class Minimum extends BinaryElementwise {
    @Endpoint("math.minimum")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("Minimum", x, y);
    }

    @Override
    protected double reference(double a, double b) {
        return Math.min(a, b);
    }

    @Override
    protected long reference(long a, long b, DType type) {
        return Integers.compare(a, b, type) <= 0 ? a : b;
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.min(b);
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("SelectV2", tf.call("LessEqual", a, b), dz, tf.constant(0, dz.dtype()));
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        return tf.call("SelectV2", tf.call("LessEqual", a, b), tf.constant(0, dz.dtype()), dz);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
