package io.leat.kernels;

import java.util.Arrays;

/**
 * Reductions of a contiguous range of floats. Sums are taken in blocks of {@value #BLOCK} elements: in each, element
 * {@code i} goes to lane {@code i % 32}, the lanes are folded as a tree, and the blocks add up in double. The structure
 * depends on the length alone; the vector form ({@link VectorRanges}) has the same and gives the same bits.
 */
final class FloatRanges {

    static final int BLOCK = 2048;
    static final int LANES = 32;

    private static final VectorForm SUM =
            VectorForm.ofEightLanes((x, y, z, n) -> z[0] = (float) VectorRanges.sum(x, 1, n));
    private static final VectorForm SUM_OF_SQUARES =
            VectorForm.ofEightLanes((x, y, z, n) -> z[0] = (float) VectorRanges.sumOfSquares(x, 1, n));
    private static final VectorForm MAX = VectorForm.ofEightLanes((x, y, z, n) -> z[0] = VectorRanges.max(x, 1, n));
    private static final VectorForm MIN = VectorForm.ofEightLanes((x, y, z, n) -> z[0] = VectorRanges.min(x, 1, n));
    private static final VectorForm ARG_MAX =
            VectorForm.ofEightLanes((x, y, z, n) -> z[0] = VectorRanges.argMax(x, 1, n, 1f));

    private FloatRanges() {}

    static double sum(float[] x, int o, int n) {
        return SUM.ready(n) ? VectorRanges.sum(x, o, n) : scalarSum(x, o, n);
    }

    static double sumOfSquares(float[] x, int o, int n) {
        return SUM_OF_SQUARES.ready(n) ? VectorRanges.sumOfSquares(x, o, n) : scalarSumOfSquares(x, o, n);
    }

    /** NaN if any element is; −∞ if there is none. */
    static float max(float[] x, int o, int n) {
        return MAX.ready(n) ? VectorRanges.max(x, o, n) : scalarMax(x, o, n);
    }

    /** NaN if any element is; +∞ if there is none. */
    static float min(float[] x, int o, int n) {
        return MIN.ready(n) ? VectorRanges.min(x, o, n) : scalarMin(x, o, n);
    }

    /** The first index of the greatest {@code x·sign}; NaN is never greatest; 0 if nothing is above −∞. */
    static int argMax(float[] x, int o, int n, float sign) {
        return ARG_MAX.ready(n) ? VectorRanges.argMax(x, o, n, sign) : scalarArgMax(x, o, n, sign);
    }

    static double scalarSum(float[] x, int o, int n) {
        double total = 0;
        float[] lane = new float[LANES];
        for (int b = 0; b < n; b += BLOCK) {
            Arrays.fill(lane, 0f);
            int end = o + b + Math.min(BLOCK, n - b);
            int i = o + b;
            for (; i <= end - LANES; i += LANES) {
                for (int j = 0; j < LANES; j++) {
                    lane[j] += x[i + j];
                }
            }
            for (int j = 0; i + j < end; j++) {
                lane[j] += x[i + j];
            }
            total += fold(lane);
        }
        return total;
    }

    static double scalarSumOfSquares(float[] x, int o, int n) {
        double total = 0;
        float[] lane = new float[LANES];
        for (int b = 0; b < n; b += BLOCK) {
            Arrays.fill(lane, 0f);
            int end = o + b + Math.min(BLOCK, n - b);
            int i = o + b;
            for (; i <= end - LANES; i += LANES) {
                for (int j = 0; j < LANES; j++) {
                    lane[j] = Math.fma(x[i + j], x[i + j], lane[j]);
                }
            }
            for (int j = 0; i + j < end; j++) {
                lane[j] = Math.fma(x[i + j], x[i + j], lane[j]);
            }
            total += fold(lane);
        }
        return total;
    }

    private static float fold(float[] lane) {
        for (int w = LANES / 2; w > 0; w /= 2) {
            for (int j = 0; j < w; j++) {
                lane[j] += lane[j + w];
            }
        }
        return lane[0];
    }

    static double product(float[] x, int o, int n) {
        double p0 = 1;
        double p1 = 1;
        double p2 = 1;
        double p3 = 1;
        int i = 0;
        for (; i <= n - 4; i += 4) {
            p0 *= x[o + i];
            p1 *= x[o + i + 1];
            p2 *= x[o + i + 2];
            p3 *= x[o + i + 3];
        }
        for (; i < n; i++) {
            p0 *= x[o + i];
        }
        return (p0 * p1) * (p2 * p3);
    }

    static float scalarMax(float[] x, int o, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, x[o + i]);
        }
        return max;
    }

    static float scalarMin(float[] x, int o, int n) {
        float min = Float.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            min = Math.min(min, x[o + i]);
        }
        return min;
    }

    static int scalarArgMax(float[] x, int o, int n, float sign) {
        return argMaxFrom(x, o, 0, n, sign, Float.NEGATIVE_INFINITY, 0);
    }

    /** Goes on at {@code from} with the best so far. */
    static int argMaxFrom(float[] x, int o, int from, int n, float sign, float best, int index) {
        float max = best;
        int at = index;
        for (int i = from; i < n; i++) {
            float v = x[o + i] * sign;
            if (v > max) {
                max = v;
                at = i;
            }
        }
        return at;
    }
}
