package io.leat.kernels;

import java.util.Arrays;

/**
 * The greatest or least elements of segments: {@code out[ids[i], j]} over all {@code data[i, j]}, for {@code i} below
 * {@code count} and {@code j} below {@code inner}; the lowest or highest finite number where there are none. Rows with a
 * negative id are dropped. An element that is not less (greater) than the result so far replaces it, so that a NaN stays
 * if it comes last. When an id is {@code segments} or more, its position is returned and the result is undefined,
 * otherwise -1. Arrays start at 0.
 */
public final class SegmentExtremes {
    private static final int WIDTH = 64;

    private SegmentExtremes() {}

    /** Of floats; {@code least} asks for the least instead of the greatest elements. */
    public static int run(
            boolean least,
            float[] data,
            int[] ids,
            int count,
            int inner,
            float[] out,
            int segments,
            Parallel parallel) {
        int bad = firstAbove(ids, count, segments);
        if (bad >= 0) {
            return bad;
        }
        Arrays.fill(out, 0, segments * inner, least ? Float.MAX_VALUE : -Float.MAX_VALUE);
        Ranges.run(inner, WIDTH, parallel, (first, width) -> {
            for (int i = 0; i < count; i++) {
                int to = ids[i] * inner;
                for (int j = first; j < first + width && ids[i] >= 0; j++) {
                    float a = out[to + j];
                    float b = data[i * inner + j];
                    out[to + j] = (least ? a < b : a > b) ? a : b;
                }
            }
        });
        return -1;
    }

    /** Of doubles; {@code least} asks for the least instead of the greatest elements. */
    public static int run(
            boolean least,
            double[] data,
            int[] ids,
            int count,
            int inner,
            double[] out,
            int segments,
            Parallel parallel) {
        int bad = firstAbove(ids, count, segments);
        if (bad >= 0) {
            return bad;
        }
        Arrays.fill(out, 0, segments * inner, least ? Double.MAX_VALUE : -Double.MAX_VALUE);
        Ranges.run(inner, WIDTH, parallel, (first, width) -> {
            for (int i = 0; i < count; i++) {
                int to = ids[i] * inner;
                for (int j = first; j < first + width && ids[i] >= 0; j++) {
                    double a = out[to + j];
                    double b = data[i * inner + j];
                    out[to + j] = (least ? a < b : a > b) ? a : b;
                }
            }
        });
        return -1;
    }

    /** Of ints; {@code least} asks for the least instead of the greatest elements. */
    public static int run(
            boolean least, int[] data, int[] ids, int count, int inner, int[] out, int segments, Parallel parallel) {
        int bad = firstAbove(ids, count, segments);
        if (bad >= 0) {
            return bad;
        }
        Arrays.fill(out, 0, segments * inner, least ? Integer.MAX_VALUE : Integer.MIN_VALUE);
        Ranges.run(inner, WIDTH, parallel, (first, width) -> {
            for (int i = 0; i < count; i++) {
                int to = ids[i] * inner;
                for (int j = first; j < first + width && ids[i] >= 0; j++) {
                    int a = out[to + j];
                    int b = data[i * inner + j];
                    out[to + j] = (least ? a < b : a > b) ? a : b;
                }
            }
        });
        return -1;
    }

    /** Of longs; {@code least} asks for the least instead of the greatest elements. */
    public static int run(
            boolean least, long[] data, int[] ids, int count, int inner, long[] out, int segments, Parallel parallel) {
        int bad = firstAbove(ids, count, segments);
        if (bad >= 0) {
            return bad;
        }
        Arrays.fill(out, 0, segments * inner, least ? Long.MAX_VALUE : Long.MIN_VALUE);
        Ranges.run(inner, WIDTH, parallel, (first, width) -> {
            for (int i = 0; i < count; i++) {
                int to = ids[i] * inner;
                for (int j = first; j < first + width && ids[i] >= 0; j++) {
                    long a = out[to + j];
                    long b = data[i * inner + j];
                    out[to + j] = (least ? a < b : a > b) ? a : b;
                }
            }
        });
        return -1;
    }

    private static int firstAbove(int[] ids, int count, int segments) {
        for (int i = 0; i < count; i++) {
            if (ids[i] >= segments) {
                return i;
            }
        }
        return -1;
    }
}
