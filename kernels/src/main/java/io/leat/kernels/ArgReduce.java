package io.leat.kernels;

/**
 * The index along the middle of {@code [outer, mid, inner]} of the greatest or least element; of equal ones the first.
 * A NaN is never chosen while there is another element above −∞ (below +∞ for the least); where nothing can be chosen,
 * and where mid is 0, the index is 0. Conventions as in {@link Reduce}.
 */
public final class ArgReduce {

    private static final int GRAIN = 1 << 15;

    private ArgReduce() {}

    /** Scans from {@code x[xo + at]}, {@code mid} elements {@code inner} apart. */
    @FunctionalInterface
    private interface Scan {
        int index(int at);
    }

    @FunctionalInterface
    private interface Store {
        void put(int unit, int index);
    }

    /** Of floats; {@code least} asks for the least instead of the greatest element. */
    public static void arg(
            boolean least, Parallel parallel, float[] x, int xo, int[] y, int yo, int outer, int mid, int inner) {
        run(parallel, (u, i) -> y[yo + u] = i, outer, mid, inner, scan(least, x, xo, mid, inner));
    }

    /** Of floats; {@code least} asks for the least instead of the greatest element. */
    public static void arg(
            boolean least, Parallel parallel, float[] x, int xo, long[] y, int yo, int outer, int mid, int inner) {
        run(parallel, (u, i) -> y[yo + u] = i, outer, mid, inner, scan(least, x, xo, mid, inner));
    }

    /** Of doubles; {@code least} asks for the least instead of the greatest element. */
    public static void arg(
            boolean least, Parallel parallel, double[] x, int xo, int[] y, int yo, int outer, int mid, int inner) {
        run(parallel, (u, i) -> y[yo + u] = i, outer, mid, inner, scan(least, x, xo, mid, inner));
    }

    /** Of doubles; {@code least} asks for the least instead of the greatest element. */
    public static void arg(
            boolean least, Parallel parallel, double[] x, int xo, long[] y, int yo, int outer, int mid, int inner) {
        run(parallel, (u, i) -> y[yo + u] = i, outer, mid, inner, scan(least, x, xo, mid, inner));
    }

    /** Of ints; {@code least} asks for the least instead of the greatest element. */
    public static void arg(
            boolean least, Parallel parallel, int[] x, int xo, int[] y, int yo, int outer, int mid, int inner) {
        run(parallel, (u, i) -> y[yo + u] = i, outer, mid, inner, scan(least, x, xo, mid, inner));
    }

    /** Of ints; {@code least} asks for the least instead of the greatest element. */
    public static void arg(
            boolean least, Parallel parallel, int[] x, int xo, long[] y, int yo, int outer, int mid, int inner) {
        run(parallel, (u, i) -> y[yo + u] = i, outer, mid, inner, scan(least, x, xo, mid, inner));
    }

    /** Of longs; {@code least} asks for the least instead of the greatest element. */
    public static void arg(
            boolean least, Parallel parallel, long[] x, int xo, int[] y, int yo, int outer, int mid, int inner) {
        run(parallel, (u, i) -> y[yo + u] = i, outer, mid, inner, scan(least, x, xo, mid, inner));
    }

    /** Of longs; {@code least} asks for the least instead of the greatest element. */
    public static void arg(
            boolean least, Parallel parallel, long[] x, int xo, long[] y, int yo, int outer, int mid, int inner) {
        run(parallel, (u, i) -> y[yo + u] = i, outer, mid, inner, scan(least, x, xo, mid, inner));
    }

    private static Scan scan(boolean least, float[] x, int xo, int mid, int inner) {
        float sign = least ? -1f : 1f;
        if (inner == 1) {
            return at -> FloatRanges.argMax(x, xo + at, mid, sign);
        }
        return at -> {
            float best = Float.NEGATIVE_INFINITY;
            int index = 0;
            for (int m = 0, i = xo + at; m < mid; m++, i += inner) {
                float v = x[i] * sign;
                if (v > best) {
                    best = v;
                    index = m;
                }
            }
            return index;
        };
    }

    private static Scan scan(boolean least, double[] x, int xo, int mid, int inner) {
        double sign = least ? -1 : 1;
        return at -> {
            double best = Double.NEGATIVE_INFINITY;
            int index = 0;
            for (int m = 0, i = xo + at; m < mid; m++, i += inner) {
                double v = x[i] * sign;
                if (v > best) {
                    best = v;
                    index = m;
                }
            }
            return index;
        };
    }

    private static Scan scan(boolean least, int[] x, int xo, int mid, int inner) {
        int flip = least ? -1 : 0;
        return at -> {
            int best = Integer.MIN_VALUE;
            int index = 0;
            for (int m = 0, i = xo + at; m < mid; m++, i += inner) {
                int v = x[i] ^ flip;
                if (v > best) {
                    best = v;
                    index = m;
                }
            }
            return index;
        };
    }

    private static Scan scan(boolean least, long[] x, int xo, int mid, int inner) {
        long flip = least ? -1 : 0;
        return at -> {
            long best = Long.MIN_VALUE;
            int index = 0;
            for (int m = 0, i = xo + at; m < mid; m++, i += inner) {
                long v = x[i] ^ flip;
                if (v > best) {
                    best = v;
                    index = m;
                }
            }
            return index;
        };
    }

    private static void run(Parallel parallel, Store store, int outer, int mid, int inner, Scan scan) {
        int step = Math.max(1, GRAIN / Math.max(1, mid));
        Reduction.split(parallel, outer * inner, step, (from, to) -> {
            for (int u = from; u < to; u++) {
                store.put(u, scan.index((u / inner) * mid * inner + u % inner));
            }
        });
    }
}
