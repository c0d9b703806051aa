package io.leat.tensor;

/**
 * The 16 bit floating point formats: {@link DType#FLOAT16} (IEEE 754 binary16) and {@link DType#BFLOAT16} (the upper
 * half of a binary32), each kept as the bits of a {@code short}.
 *
 * <p>Narrowing rounds to nearest, ties to even; too large values become infinite, and a NaN stays a NaN of its sign.
 * Widening is exact.
 */
public final class Halves {
    private Halves() {}

    /** The binary16 nearest to {@code value}. */
    public static short toFloat16(float value) {
        return Float.floatToFloat16(value);
    }

    /** The value of binary16 bits. */
    public static float fromFloat16(short bits) {
        return Float.float16ToFloat(bits);
    }

    /** The bfloat16 nearest to {@code value}. All NaNs of a sign become the same quiet one. */
    public static short toBfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) ((bits >>> 16 & 0x8000) | 0x7FC0);
        }
        return (short) ((bits + 0x7FFF + (bits >>> 16 & 1)) >>> 16);
    }

    /** The value of bfloat16 bits. */
    public static float fromBfloat16(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    /** A new array of the binary16 nearest to each of {@code values}. */
    public static short[] toFloat16(float[] values) {
        short[] bits = new short[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToFloat16(values[i]);
        }
        return bits;
    }

    /** A new array of the values of binary16 bits. */
    public static float[] fromFloat16(short[] bits) {
        float[] values = new float[bits.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.float16ToFloat(bits[i]);
        }
        return values;
    }

    /** A new array of the bfloat16 nearest to each of {@code values}. */
    public static short[] toBfloat16(float[] values) {
        short[] bits = new short[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = toBfloat16(values[i]);
        }
        return bits;
    }

    /** A new array of the values of bfloat16 bits. */
    public static float[] fromBfloat16(short[] bits) {
        float[] values = new float[bits.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = fromBfloat16(bits[i]);
        }
        return values;
    }
}
