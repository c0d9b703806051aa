package io.leat.kernels;

/**
 * Comparisons to truth values, and choices by them. A truth value is a byte: comparisons write 0 or 1, and any nonzero
 * byte counts as true. {@code f(x, xo, y, yo, z, zo, n)} sets {@code z[zo + i] = f(x[xo + i], y[yo + i])} for i below
 * n. The comparisons that are missing are these with the arguments exchanged.
 */
public final class Masks {

    private static final boolean VECTOR = VectorSupport.floatLanes() >= 8;

    private Masks() {}

    /** {@code z = c ? x : y}, element by element; z may stand where x or y stands. */
    public static void select(byte[] c, int co, float[] x, int xo, float[] y, int yo, float[] z, int zo, int n) {
        if (VECTOR) {
            VectorMasks.select(c, co, x, xo, y, yo, z, zo, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            z[zo + i] = c[co + i] != 0 ? x[xo + i] : y[yo + i];
        }
    }

    /** {@code z = c ? x : y}, element by element; z may stand where x or y stands. */
    public static void select(byte[] c, int co, double[] x, int xo, double[] y, int yo, double[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = c[co + i] != 0 ? x[xo + i] : y[yo + i];
        }
    }

    /** {@code z = c ? x : y}, element by element; z may stand where x or y stands. */
    public static void select(byte[] c, int co, int[] x, int xo, int[] y, int yo, int[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = c[co + i] != 0 ? x[xo + i] : y[yo + i];
        }
    }

    /** {@code z = c ? x : y}, element by element; z may stand where x or y stands. */
    public static void select(byte[] c, int co, long[] x, int xo, long[] y, int yo, long[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = c[co + i] != 0 ? x[xo + i] : y[yo + i];
        }
    }

    /** {@code z = c ? x : y}, element by element; z may stand where x or y stands. */
    public static void select(byte[] c, int co, byte[] x, int xo, byte[] y, int yo, byte[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = c[co + i] != 0 ? x[xo + i] : y[yo + i];
        }
    }

    /** {@code x == y}; false where either is NaN. */
    public static void equal(float[] x, int xo, float[] y, int yo, byte[] z, int zo, int n) {
        if (VECTOR) {
            VectorMasks.equal(x, xo, y, yo, z, zo, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] == y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x == y}; false where either is NaN. */
    public static void equal(double[] x, int xo, double[] y, int yo, byte[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] == y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x == y}. */
    public static void equal(int[] x, int xo, int[] y, int yo, byte[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] == y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x == y}. */
    public static void equal(long[] x, int xo, long[] y, int yo, byte[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] == y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x != y}; true where either is NaN. */
    public static void notEqual(float[] x, int xo, float[] y, int yo, byte[] z, int zo, int n) {
        if (VECTOR) {
            VectorMasks.notEqual(x, xo, y, yo, z, zo, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] != y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x != y}; true where either is NaN. */
    public static void notEqual(double[] x, int xo, double[] y, int yo, byte[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] != y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x != y}. */
    public static void notEqual(int[] x, int xo, int[] y, int yo, byte[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] != y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x != y}. */
    public static void notEqual(long[] x, int xo, long[] y, int yo, byte[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] != y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x < y}; false where either is NaN. */
    public static void less(float[] x, int xo, float[] y, int yo, byte[] z, int zo, int n) {
        if (VECTOR) {
            VectorMasks.less(x, xo, y, yo, z, zo, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] < y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x < y}; false where either is NaN. */
    public static void less(double[] x, int xo, double[] y, int yo, byte[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] < y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x < y}. */
    public static void less(int[] x, int xo, int[] y, int yo, byte[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] < y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x < y}. */
    public static void less(long[] x, int xo, long[] y, int yo, byte[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] < y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x <= y}; false where either is NaN. */
    public static void lessEqual(float[] x, int xo, float[] y, int yo, byte[] z, int zo, int n) {
        if (VECTOR) {
            VectorMasks.lessEqual(x, xo, y, yo, z, zo, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] <= y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x <= y}; false where either is NaN. */
    public static void lessEqual(double[] x, int xo, double[] y, int yo, byte[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] <= y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x <= y}. */
    public static void lessEqual(int[] x, int xo, int[] y, int yo, byte[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] <= y[yo + i] ? 1 : 0);
        }
    }

    /** {@code x <= y}. */
    public static void lessEqual(long[] x, int xo, long[] y, int yo, byte[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] <= y[yo + i] ? 1 : 0);
        }
    }
}
