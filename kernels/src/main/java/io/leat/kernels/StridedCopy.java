package io.leat.kernels;

import java.util.Arrays;

/**
 * Copies a block of any rank between arrays of the same kind, with a stride in each dimension on both sides: slices,
 * concatenations, paddings and repetitions are such copies.
 */
public final class StridedCopy {
    private static final int PART = 1 << 16;

    private StridedCopy() {}

    /**
     * Copies element {@code from + sum(i[d] * fromStrides[d])} to {@code to + sum(i[d] * toStrides[d])} for every index
     * {@code i} below {@code dims}. Strides may be 0 or negative on the side read from.
     */
    public static void copy(
            Object source,
            int from,
            int[] fromStrides,
            Object target,
            int to,
            int[] toStrides,
            int[] dims,
            Parallel parallel) {
        long size = 1;
        for (int d : dims) {
            size *= d;
        }
        if (size == 0) {
            return;
        }
        int[][] merged = merge(dims, fromStrides, toStrides);
        int[] n = merged[0];
        int[] fs = merged[1];
        int[] ts = merged[2];
        int outer = n[0];
        int parts = n.length == 1 ? 1 : (int) Math.min(outer, Math.min(size / PART + 1, parallel.threads() * 4L));
        if (parts <= 1) {
            block(source, from, fs, target, to, ts, n, 0);
            return;
        }
        parallel.run(parts, p -> {
            int first = (int) ((long) outer * p / parts);
            int last = (int) ((long) outer * (p + 1) / parts);
            int[] own = n.clone();
            own[0] = last - first;
            block(source, from + first * fs[0], fs, target, to + first * ts[0], ts, own, 0);
        });
    }

    /** Drops dimensions of size 1 and joins neighbours that are one run on both sides. */
    private static int[][] merge(int[] dims, int[] fromStrides, int[] toStrides) {
        int[] n = new int[dims.length + 1];
        int[] fs = new int[dims.length + 1];
        int[] ts = new int[dims.length + 1];
        int rank = 0;
        for (int d = 0; d < dims.length; d++) {
            if (dims[d] == 1) {
                continue;
            }
            boolean joins =
                    rank > 0 && fs[rank - 1] == fromStrides[d] * dims[d] && ts[rank - 1] == toStrides[d] * dims[d];
            if (joins) {
                n[rank - 1] *= dims[d];
            } else {
                n[rank++] = dims[d];
            }
            fs[rank - 1] = fromStrides[d];
            ts[rank - 1] = toStrides[d];
        }
        if (rank == 0) {
            return new int[][] {{1}, {1}, {1}};
        }
        return new int[][] {Arrays.copyOf(n, rank), Arrays.copyOf(fs, rank), Arrays.copyOf(ts, rank)};
    }

    private static void block(Object source, int from, int[] fs, Object target, int to, int[] ts, int[] n, int dim) {
        if (dim == n.length - 1) {
            run(source, from, fs[dim], target, to, ts[dim], n[dim]);
            return;
        }
        for (int i = 0; i < n[dim]; i++) {
            block(source, from + i * fs[dim], fs, target, to + i * ts[dim], ts, n, dim + 1);
        }
    }

    private static void run(Object source, int from, int fs, Object target, int to, int ts, int n) {
        if (fs == 1 && ts == 1) {
            System.arraycopy(source, from, target, to, n);
            return;
        }
        switch (source) {
            case float[] s -> {
                float[] t = (float[]) target;
                for (int i = 0; i < n; i++) {
                    t[to + i * ts] = s[from + i * fs];
                }
            }
            case int[] s -> {
                int[] t = (int[]) target;
                for (int i = 0; i < n; i++) {
                    t[to + i * ts] = s[from + i * fs];
                }
            }
            case double[] s -> {
                double[] t = (double[]) target;
                for (int i = 0; i < n; i++) {
                    t[to + i * ts] = s[from + i * fs];
                }
            }
            case long[] s -> {
                long[] t = (long[]) target;
                for (int i = 0; i < n; i++) {
                    t[to + i * ts] = s[from + i * fs];
                }
            }
            case short[] s -> {
                short[] t = (short[]) target;
                for (int i = 0; i < n; i++) {
                    t[to + i * ts] = s[from + i * fs];
                }
            }
            case byte[] s -> {
                byte[] t = (byte[]) target;
                for (int i = 0; i < n; i++) {
                    t[to + i * ts] = s[from + i * fs];
                }
            }
            case Object[] s -> {
                Object[] t = (Object[]) target;
                for (int i = 0; i < n; i++) {
                    t[to + i * ts] = s[from + i * fs];
                }
            }
            default -> throw new IllegalArgumentException("not an array of elements: " + source.getClass());
        }
    }

    /** The strides of a row-major array of {@code dims}. */
    public static int[] rowMajor(int[] dims) {
        int[] strides = new int[dims.length];
        int stride = 1;
        for (int i = dims.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= dims[i];
        }
        return strides;
    }
}
