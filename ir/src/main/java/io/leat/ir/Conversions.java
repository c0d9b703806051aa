package io.leat.ir;

import io.leat.tensor.DType;
import io.leat.tensor.raw.Casts;

/** Casts between floating values and integers, as {@link Scalar.Cast} defines them. */
final class Conversions {
    private Conversions() {}

    /** {@code x} in the integer dtype or bool {@code to}. */
    static long toInteger(DType to, double x) {
        return switch (to) {
            case BOOL -> x != 0 ? 1 : 0;
            case UINT64 -> x >= 0x1p63 ? (long) (x - 0x1p63) ^ Long.MIN_VALUE : (long) x;
            case INT64, UINT32 -> IntegerArithmetic.wrap(to, (long) x);
            default -> IntegerArithmetic.wrap(to, (int) x);
        };
    }

    /** The integer {@code x} of dtype {@code from} in the floating dtype {@code to}, rounded once (16 bits: twice). */
    static double toReal(DType to, DType from, long x) {
        if (to == DType.FLOAT64) {
            return from == DType.UINT64 ? Casts.unsignedToDouble(x) : (double) x;
        }
        return RealArithmetic.round(to, from == DType.UINT64 ? Casts.unsignedToFloat(x) : (float) x);
    }
}
