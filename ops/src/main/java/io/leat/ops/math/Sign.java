package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.UnaryElementwise;
import io.leat.tensor.DType;

/** -1, 0 or 1 as {@code x} is negative, zero or positive; {@code x / |x|} for complex numbers; NaN stays NaN. */
@OpSpec("Sign(x: T) -> (y: T); "
        + "T: {bfloat16, half, float, double, int8, int16, int32, int64, complex64, complex128}")
public final class Sign extends UnaryElementwise {
    @Endpoint("math.sign")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Sign", x);
    }

    @Override
    protected double reference(double x) {
        return Double.isNaN(x) ? x : x > 0 ? 1 : x < 0 ? -1 : 0;
    }

    @Override
    protected long reference(long x, DType type) {
        return Long.signum(x);
    }

    @Override
    protected double[] reference(double re, double im) {
        double size = Math.hypot(re, im);
        return size == 0 ? ComplexFunctions.of(0, 0) : ComplexFunctions.of(re / size, im / size);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.sign();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("ZerosLike", x);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
