package io.leat.kernels;

/**
 * Conversions of the 16 bit floating formats on tiles: {@code y[yo + i]} from {@code x[xo + i]} for i below n. Narrowing
 * rounds to nearest, ties to even; too large values become infinite; a NaN stays a NaN of its sign.
 */
public final class HalfTiles {

    private static final VectorForm ROUND = new VectorForm((x, y, z, n) -> VectorBfloat16.round(x, 1, y, 3, n));
    private static final VectorForm WIDEN =
            new VectorForm((x, y, z, n) -> VectorBfloat16.widen(new short[n + 1], 1, y, 3, n));
    private static final VectorForm NARROW =
            new VectorForm((x, y, z, n) -> VectorBfloat16.narrow(x, 1, new short[n + 3], 3, n));

    private HalfTiles() {}

    /** IEEE binary16 to float, exactly. */
    public static void widenFloat16(short[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Float.float16ToFloat(x[xo + i]);
        }
    }

    /** Float to IEEE binary16. */
    public static void narrowFloat16(float[] x, int xo, short[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Float.floatToFloat16(x[xo + i]);
        }
    }

    /** Bfloat16 to float, exactly. */
    public static void widenBfloat16(short[] x, int xo, float[] y, int yo, int n) {
        for (int i = WIDEN.ready(n) ? VectorBfloat16.widen(x, xo, y, yo, n) : 0; i < n; i++) {
            y[yo + i] = Float.intBitsToFloat(x[xo + i] << 16);
        }
    }

    /** Float to bfloat16. All NaNs of a sign become the same quiet one. */
    public static void narrowBfloat16(float[] x, int xo, short[] y, int yo, int n) {
        for (int i = NARROW.ready(n) ? VectorBfloat16.narrow(x, xo, y, yo, n) : 0; i < n; i++) {
            y[yo + i] = (short) (roundedBits(x[xo + i]) >>> 16);
        }
    }

    /** To the nearest value that bfloat16 has. */
    public static void roundBfloat16(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = ROUND.ready(n) ? VectorBfloat16.round(x, xo, y, yo, n) : 0; i < n; i++) {
            y[yo + i] = Float.intBitsToFloat(roundedBits(x[xo + i]) & 0xFFFF0000);
        }
    }

    /** The upper half of the result is the bfloat16. */
    private static int roundedBits(float x) {
        int bits = Float.floatToRawIntBits(x);
        return Float.isNaN(x) ? bits & 0x80000000 | 0x7FC00000 : bits + 0x7FFF + (bits >>> 16 & 1);
    }
}
