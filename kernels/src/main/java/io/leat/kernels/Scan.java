package io.leat.kernels;

import java.util.Arrays;

/**
 * Running sums and products along the middle of {@code [outer, mid, inner]}: {@code y[o, m, i]} combines {@code x[o, 0 …
 * m, i]}, without the last of them if exclusive, or {@code x[o, m … mid-1, i]}, without the first, in reverse. Floats are
 * accumulated in double precision; integers wrap. Arrays start at 0 and must not overlap.
 */
public final class Scan {
    private static final int WIDTH = 256;
    private static final int GRAIN = 1 << 14;

    private Scan() {}

    /** How a scan goes. */
    public record Way(boolean product, boolean exclusive, boolean reverse) {}

    /** Scans the columns {@code [from, to)} of one outer index. */
    @FunctionalInterface
    private interface Block {
        void run(int o, int from, int to);
    }

    private static void run(Parallel parallel, int outer, int mid, int inner, Block block) {
        int width = Math.min(inner, WIDTH);
        int blocks = inner == 0 ? 0 : Ranges.groups(inner, width);
        int each = Math.max(1, GRAIN / Math.max(1, mid * width));
        Ranges.run(outer * blocks, each, parallel, (first, count) -> {
            for (int b = first; b < first + count; b++) {
                int from = b % blocks * width;
                block.run(b / blocks, from, Math.min(inner, from + width));
            }
        });
    }

    /** Scans floats. */
    public static void run(Way way, float[] x, float[] y, int outer, int mid, int inner, Parallel parallel) {
        run(parallel, outer, mid, inner, (o, from, to) -> {
            double[] state = new double[to - from];
            Arrays.fill(state, way.product() ? 1 : 0);
            for (int m = 0; m < mid; m++) {
                int row = (o * mid + (way.reverse() ? mid - 1 - m : m)) * inner;
                for (int i = from; i < to; i++) {
                    double before = state[i - from];
                    double after = way.product() ? before * x[row + i] : before + x[row + i];
                    y[row + i] = (float) (way.exclusive() ? before : after);
                    state[i - from] = after;
                }
            }
        });
    }

    /** Scans doubles. */
    public static void run(Way way, double[] x, double[] y, int outer, int mid, int inner, Parallel parallel) {
        run(parallel, outer, mid, inner, (o, from, to) -> {
            double[] state = new double[to - from];
            Arrays.fill(state, way.product() ? 1 : 0);
            for (int m = 0; m < mid; m++) {
                int row = (o * mid + (way.reverse() ? mid - 1 - m : m)) * inner;
                for (int i = from; i < to; i++) {
                    double before = state[i - from];
                    double after = way.product() ? before * x[row + i] : before + x[row + i];
                    y[row + i] = way.exclusive() ? before : after;
                    state[i - from] = after;
                }
            }
        });
    }

    /** Scans ints. */
    public static void run(Way way, int[] x, int[] y, int outer, int mid, int inner, Parallel parallel) {
        run(parallel, outer, mid, inner, (o, from, to) -> {
            int[] state = new int[to - from];
            Arrays.fill(state, way.product() ? 1 : 0);
            for (int m = 0; m < mid; m++) {
                int row = (o * mid + (way.reverse() ? mid - 1 - m : m)) * inner;
                for (int i = from; i < to; i++) {
                    int before = state[i - from];
                    int after = way.product() ? before * x[row + i] : before + x[row + i];
                    y[row + i] = way.exclusive() ? before : after;
                    state[i - from] = after;
                }
            }
        });
    }

    /** Scans longs. */
    public static void run(Way way, long[] x, long[] y, int outer, int mid, int inner, Parallel parallel) {
        run(parallel, outer, mid, inner, (o, from, to) -> {
            long[] state = new long[to - from];
            Arrays.fill(state, way.product() ? 1 : 0);
            for (int m = 0; m < mid; m++) {
                int row = (o * mid + (way.reverse() ? mid - 1 - m : m)) * inner;
                for (int i = from; i < to; i++) {
                    long before = state[i - from];
                    long after = way.product() ? before * x[row + i] : before + x[row + i];
                    y[row + i] = way.exclusive() ? before : after;
                    state[i - from] = after;
                }
            }
        });
    }
}
