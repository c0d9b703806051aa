package io.leat.kernels;

import java.util.Arrays;

/**
 * Reductions over the middle of {@code [outer, mid, inner]}: {@code y[o, i]} from {@code x[o, 0 … mid-1, i]}. Any
 * reduction of a tensor comes to this form when dimensions are merged and, where reduced and kept ones alternate,
 * transposed. {@code inner == 1} reduces rows, {@code outer == 1} columns. {@code x} starts at {@code xo} and {@code y}
 * at {@code yo}; arrays may be longer than the data, and must not overlap.
 *
 * <p>Float sums are exact to a few ulp of the sum of magnitudes, at any length: at most 64 terms in a row are added in
 * single precision. The order of the additions depends on the three sizes alone.
 */
public final class Reduce {

    private Reduce() {}

    /** What is computed. Of no elements, each gives its identity; {@code MEAN} gives NaN, or 0 for integers. */
    public enum Kind {
        /** Integers wrap. */
        SUM,
        /** Integers: the sum in 64 bits, divided and rounded towards zero. */
        MEAN,
        PRODUCT,
        /** NaN if any element is; of nothing −∞ or the lowest integer. */
        MAX,
        /** NaN if any element is; of nothing +∞ or the highest integer. */
        MIN,
        SUM_OF_SQUARES;

        double identity() {
            return switch (this) {
                case SUM, MEAN, SUM_OF_SQUARES -> 0;
                case PRODUCT -> 1;
                case MAX -> Double.NEGATIVE_INFINITY;
                case MIN -> Double.POSITIVE_INFINITY;
            };
        }

        long longIdentity(long lowest, long highest) {
            return switch (this) {
                case SUM, MEAN, SUM_OF_SQUARES -> 0;
                case PRODUCT -> 1;
                case MAX -> lowest;
                case MIN -> highest;
            };
        }

        double combine(double a, double b) {
            return switch (this) {
                case SUM, MEAN, SUM_OF_SQUARES -> a + b;
                case PRODUCT -> a * b;
                case MAX -> Math.max(a, b);
                case MIN -> Math.min(a, b);
            };
        }

        long combine(long a, long b) {
            return switch (this) {
                case SUM, MEAN, SUM_OF_SQUARES -> a + b;
                case PRODUCT -> a * b;
                case MAX -> Math.max(a, b);
                case MIN -> Math.min(a, b);
            };
        }
    }

    /** Reduces floats. */
    public static void reduce(
            Kind kind, Parallel parallel, float[] x, int xo, float[] y, int yo, int outer, int mid, int inner) {
        new FloatReduction(kind, x, xo, y, yo, outer, mid, inner).run(parallel);
    }

    /** Reduces doubles. */
    public static void reduce(
            Kind kind, Parallel parallel, double[] x, int xo, double[] y, int yo, int outer, int mid, int inner) {
        new DoubleReduction(kind, x, xo, y, yo, outer, mid, inner).run(parallel);
    }

    /** Reduces ints. */
    public static void reduce(
            Kind kind, Parallel parallel, int[] x, int xo, int[] y, int yo, int outer, int mid, int inner) {
        new IntReduction(kind, x, xo, y, yo, outer, mid, inner).run(parallel);
    }

    /** Reduces longs. */
    public static void reduce(
            Kind kind, Parallel parallel, long[] x, int xo, long[] y, int yo, int outer, int mid, int inner) {
        new LongReduction(kind, x, xo, y, yo, outer, mid, inner).run(parallel);
    }

    /** Sums 16-bit integers, wrapping: right for signed and unsigned ones. */
    public static void sum(Parallel parallel, short[] x, int xo, short[] y, int yo, int outer, int mid, int inner) {
        int[] wide = new int[outer * mid * inner];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = x[xo + i];
        }
        int[] sums = new int[outer * inner];
        reduce(Kind.SUM, parallel, wide, 0, sums, 0, outer, mid, inner);
        for (int i = 0; i < sums.length; i++) {
            y[yo + i] = (short) sums[i];
        }
    }

    /** Sums 8-bit integers, wrapping: right for signed and unsigned ones. */
    public static void sum(Parallel parallel, byte[] x, int xo, byte[] y, int yo, int outer, int mid, int inner) {
        int[] wide = new int[outer * mid * inner];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = x[xo + i];
        }
        int[] sums = new int[outer * inner];
        reduce(Kind.SUM, parallel, wide, 0, sums, 0, outer, mid, inner);
        for (int i = 0; i < sums.length; i++) {
            y[yo + i] = (byte) sums[i];
        }
    }

    /** 1 where every byte is nonzero, else 0; of nothing 1. */
    public static void all(Parallel parallel, byte[] x, int xo, byte[] y, int yo, int outer, int mid, int inner) {
        search(parallel, x, xo, y, yo, outer, mid, inner, false);
    }

    /** 1 where some byte is nonzero, else 0; of nothing 0. */
    public static void any(Parallel parallel, byte[] x, int xo, byte[] y, int yo, int outer, int mid, int inner) {
        search(parallel, x, xo, y, yo, outer, mid, inner, true);
    }

    /** Starts with {@code !sought} and turns to {@code sought} at a byte whose truth is that. */
    private static void search(
            Parallel parallel, byte[] x, int xo, byte[] y, int yo, int outer, int mid, int inner, boolean sought) {
        byte found = (byte) (sought ? 1 : 0);
        int step = Math.max(1, (1 << 16) / Math.max(1, mid * inner));
        Reduction.split(parallel, outer, step, (from, to) -> {
            for (int o = from; o < to; o++) {
                int yr = yo + o * inner;
                Arrays.fill(y, yr, yr + inner, (byte) (1 - found));
                for (int m = 0; m < mid; m++) {
                    int row = xo + (o * mid + m) * inner;
                    for (int j = 0; j < inner; j++) {
                        if ((x[row + j] != 0) == sought) {
                            y[yr + j] = found;
                        }
                    }
                    if (inner == 1 && y[yr] == found) {
                        break;
                    }
                }
            }
        });
    }
}
