package io.leat.ops.math;

import io.leat.tensor.DType;
import io.leat.tensor.Halves;

/** Quotients of floating elements, for ops that go on with the rounded one. */
final class Quotients {
    private Quotients() {}

    /** {@code a / b} rounded to {@code type}, to the 16 bit formats by way of float32. */
    static double of(double a, double b, DType type) {
        float quotient = (float) a / (float) b;
        return switch (type) {
            case FLOAT64 -> a / b;
            case FLOAT16 -> Halves.fromFloat16(Halves.toFloat16(quotient));
            case BFLOAT16 -> Halves.fromBfloat16(Halves.toBfloat16(quotient));
            default -> quotient;
        };
    }
}
