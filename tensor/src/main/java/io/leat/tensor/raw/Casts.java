package io.leat.tensor.raw;

/**
 * Conversions between numbers as TensorFlow's {@code Cast} does them, which are C++'s {@code static_cast} on x86-64.
 *
 * <p>Where C++ leaves the result open (a NaN, or a value outside the target's range), TensorFlow's result depends on
 * where in the tensor the element stands: its vectorised loops saturate some dtypes. Leat always gives what TensorFlow
 * gives for single elements: the target's lowest value for int32 and int64; int8, int16, uint8 and uint16 are the low
 * bits of the int32 result, uint32 those of the int64 result.
 */
public final class Casts {
    private static final double TWO_63 = 0x1p63;

    private Casts() {}

    /** Truncates towards zero; {@link Integer#MIN_VALUE} for NaN and what does not fit. */
    public static int toInt(double value) {
        return value >= 0x1p31 || Double.isNaN(value) ? Integer.MIN_VALUE : (int) value;
    }

    /** Truncates towards zero; {@link Long#MIN_VALUE} for NaN and what does not fit. */
    public static long toLong(double value) {
        return value >= TWO_63 || Double.isNaN(value) ? Long.MIN_VALUE : (long) value;
    }

    /** The bits of a uint64, truncated towards zero; negative values wrap, 2^63 for NaN and what does not fit. */
    public static long toUnsignedLong(double value) {
        long low = toLong(value);
        return low | (toLong(value - TWO_63) & low >> 63);
    }

    /** The double nearest to the uint64 of these bits. */
    public static double unsignedToDouble(long bits) {
        return bits >= 0 ? (double) bits : (double) (bits >>> 1 | (bits & 1)) * 2;
    }

    /** The float nearest to the uint64 of these bits. */
    public static float unsignedToFloat(long bits) {
        return bits >= 0 ? (float) bits : (float) (bits >>> 1 | (bits & 1)) * 2;
    }
}
