package io.leat.kernels;

/**
 * Comparisons to truth values, and choices by them. A truth value is a byte: comparisons write 0 or 1, and any nonzero
 * byte counts as true. {@code f(x, xo, y, yo, z, zo, n)} sets {@code z[zo + i] = f(x[xo + i], y[yo + i])} for i below
 * n. The comparisons that are missing are these with the arguments exchanged.
 */
public final class Masks {

    private static final VectorForm SELECT =
            VectorForm.ofEightLanes((x, y, z, n) -> VectorMasks.select(new byte[n], 0, x, 1, y, 2, z, 3, n));
    private static final VectorForm EQUAL =
            VectorForm.ofEightLanes((x, y, z, n) -> VectorMasks.equal(x, 1, y, 2, new byte[n], 0, n));
    private static final VectorForm NOT_EQUAL =
            VectorForm.ofEightLanes((x, y, z, n) -> VectorMasks.notEqual(x, 1, y, 2, new byte[n], 0, n));
    private static final VectorForm LESS =
            VectorForm.ofEightLanes((x, y, z, n) -> VectorMasks.less(x, 1, y, 2, new byte[n], 0, n));
    private static final VectorForm LESS_EQUAL =
            VectorForm.ofEightLanes((x, y, z, n) -> VectorMasks.lessEqual(x, 1, y, 2, new byte[n], 0, n));

    private Masks() {}

    /** {@code z = c ? x : y}, element by element; z may stand where x or y stands. */
    public static void select(byte[] c, int co, float[] x, int xo, float[] y, int yo, float[] z, int zo, int n) {
        if (SELECT.ready(n)) {
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
        if (EQUAL.ready(n)) {
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
        if (NOT_EQUAL.ready(n)) {
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
        if (LESS.ready(n)) {
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
        if (LESS_EQUAL.ready(n)) {
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
