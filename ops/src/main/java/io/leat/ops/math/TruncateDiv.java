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

/** {@code x / y} rounded towards zero. */
@OpSpec(
        "TruncateDiv(x: T, y: T) -> (z: T); "
                + "T: {bfloat16, half, float, double, uint8, int8, uint16, int16, int32, uint32, uint64, int64, complex64, complex128}")
public final class TruncateDiv extends BinaryElementwise {
    @Endpoint("math.truncateDiv")
    public static Output of(Ops tf, Operand x, Operand y) {
        return tf.call("TruncateDiv", x, y);
    }

    @Override
    protected double reference(double a, double b, DType type) {
        double quotient = Quotients.of(a, b, type);
        return quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient);
    }

    @Override
    protected long reference(long a, long b, DType type) {
        Integers.requireDivisor(b);
        return type.isUnsigned() ? Long.divideUnsigned(a, b) : a / b;
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        Scalar quotient = a.dividedBy(b);
        return a.type().isInteger() ? quotient : quotient.lt(0).select(quotient.ceil(), quotient.floor());
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
