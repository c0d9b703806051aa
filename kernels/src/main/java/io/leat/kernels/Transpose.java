package io.leat.kernels;

import java.util.Arrays;

/**
 * Permutes the dimensions of a dense row-major array: dimension {@code d} of the result is dimension {@code perm[d]} of
 * the argument. {@code dims} are the argument's sizes, at any rank; {@code x} starts at {@code xo}, {@code y} at
 * {@code yo}, and they must not overlap.
 *
 * <p>Dimensions that stay neighbours are merged. When the last one stays last, runs are copied; otherwise the argument's
 * last and the result's last dimension are transposed in square blocks.
 */
public final class Transpose {

    private static final int BLOCK = 64;
    private static final int GRAIN = 1 << 14;

    /** The result's merged dimensions, with the argument's and the result's strides. */
    private final int[] dims;

    private final int[] from;
    private final int[] to;

    private Transpose(int[] dims, int[] perm) {
        int rank = dims.length;
        int[] strides = new int[rank];
        int stride = 1;
        for (int d = rank - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= dims[d];
        }
        int[] size = new int[rank];
        int[] step = new int[rank];
        int n = 0;
        for (int d : perm) {
            if (dims[d] == 1) {
                continue;
            }
            if (n > 0 && step[n - 1] == strides[d] * dims[d]) {
                size[n - 1] *= dims[d];
                step[n - 1] = strides[d];
            } else {
                size[n] = dims[d];
                step[n++] = strides[d];
            }
        }
        this.dims = Arrays.copyOf(size, n);
        this.from = Arrays.copyOf(step, n);
        this.to = new int[n];
        int t = 1;
        for (int d = n - 1; d >= 0; d--) {
            to[d] = t;
            t *= this.dims[d];
        }
    }

    /** Permutes bytes. */
    public static void permute(Parallel parallel, byte[] x, int xo, int[] dims, int[] perm, byte[] y, int yo) {
        permute(parallel, dims, perm, new Moves.Bytes(x, xo, y, yo));
    }

    /** Permutes elements of two bytes. */
    public static void permute(Parallel parallel, short[] x, int xo, int[] dims, int[] perm, short[] y, int yo) {
        permute(parallel, dims, perm, new Moves.Shorts(x, xo, y, yo));
    }

    /** Permutes ints. */
    public static void permute(Parallel parallel, int[] x, int xo, int[] dims, int[] perm, int[] y, int yo) {
        permute(parallel, dims, perm, new Moves.Ints(x, xo, y, yo));
    }

    /** Permutes floats. */
    public static void permute(Parallel parallel, float[] x, int xo, int[] dims, int[] perm, float[] y, int yo) {
        permute(parallel, dims, perm, new Moves.Floats(x, xo, y, yo));
    }

    /** Permutes longs. */
    public static void permute(Parallel parallel, long[] x, int xo, int[] dims, int[] perm, long[] y, int yo) {
        permute(parallel, dims, perm, new Moves.Longs(x, xo, y, yo));
    }

    /** Permutes doubles. */
    public static void permute(Parallel parallel, double[] x, int xo, int[] dims, int[] perm, double[] y, int yo) {
        permute(parallel, dims, perm, new Moves.Doubles(x, xo, y, yo));
    }

    /** Permutes references. */
    public static void permute(Parallel parallel, Object[] x, int xo, int[] dims, int[] perm, Object[] y, int yo) {
        permute(parallel, dims, perm, new Moves.Objects(x, xo, y, yo));
    }

    /**
     * Permutes the elements of arrays of the same type, whichever that is.
     *
     * @throws IllegalArgumentException for {@code boolean[]} and {@code char[]}
     */
    public static void permute(Object x, int xo, int[] dims, int[] perm, Object y, int yo, Parallel parallel) {
        Moves moves = switch (x) {
            case byte[] a -> new Moves.Bytes(a, xo, (byte[]) y, yo);
            case short[] a -> new Moves.Shorts(a, xo, (short[]) y, yo);
            case int[] a -> new Moves.Ints(a, xo, (int[]) y, yo);
            case float[] a -> new Moves.Floats(a, xo, (float[]) y, yo);
            case long[] a -> new Moves.Longs(a, xo, (long[]) y, yo);
            case double[] a -> new Moves.Doubles(a, xo, (double[]) y, yo);
            case Object[] a -> new Moves.Objects(a, xo, (Object[]) y, yo);
            default ->
                throw new IllegalArgumentException(
                        "No moves for " + x.getClass().getSimpleName());
        };
        permute(parallel, dims, perm, moves);
    }

    private static void permute(Parallel parallel, int[] dims, int[] perm, Moves moves) {
        for (int d : dims) {
            if (d == 0) {
                return;
            }
        }
        new Transpose(dims, perm).run(parallel, moves);
    }

    private void run(Parallel parallel, Moves moves) {
        int rank = dims.length;
        if (rank == 0) {
            moves.runs(0, 1, 0, 1, 1);
        } else if (rank == 1) {
            Reduction.split(parallel, dims[0], GRAIN, (a, b) -> moves.runs(a, b - a, a, b - a, 1));
        } else if (from[rank - 1] == 1) {
            copyRuns(parallel, moves);
        } else {
            transposeBlocks(parallel, moves);
        }
    }

    private void copyRuns(Parallel parallel, Moves moves) {
        int last = dims.length - 1;
        int run = dims[last];
        int rows = dims[last - 1];
        int rowStep = Math.min(rows, Math.max(1, GRAIN / run));
        int blocks = Reduction.ceilDiv(rows, rowStep);
        int outer = outer(last - 1, last);
        int step = Math.max(1, GRAIN / Math.max(1, rowStep * run));
        Reduction.split(parallel, outer * blocks, step, (a, b) -> {
            for (int u = a; u < b; u++) {
                int row = (u % blocks) * rowStep;
                int source = offset(u / blocks, from, last - 1, last) + row * from[last - 1];
                int target = offset(u / blocks, to, last - 1, last) + row * run;
                moves.runs(source, from[last - 1], target, run, Math.min(rowStep, rows - row));
            }
        });
    }

    private void transposeBlocks(Parallel parallel, Moves moves) {
        int last = dims.length - 1;
        int q = 0;
        while (from[q] != 1) {
            q++;
        }
        int inputLast = q;
        int rows = dims[last];
        int columns = dims[inputLast];
        int rowBlock = Math.min(rows, Math.max(BLOCK, BLOCK * BLOCK / columns));
        int columnBlock = Math.min(columns, Math.max(BLOCK, BLOCK * BLOCK / rows));
        int rowBlocks = Reduction.ceilDiv(rows, rowBlock);
        int columnBlocks = Reduction.ceilDiv(columns, columnBlock);
        int outer = outer(inputLast, last);
        int step = Math.max(1, GRAIN / (rowBlock * columnBlock));
        Reduction.split(parallel, outer * rowBlocks * columnBlocks, step, (a, b) -> {
            for (int u = a; u < b; u++) {
                int column = (u % columnBlocks) * columnBlock;
                int row = (u / columnBlocks % rowBlocks) * rowBlock;
                int o = u / columnBlocks / rowBlocks;
                moves.block(
                        offset(o, from, inputLast, last) + row * from[last] + column,
                        from[last],
                        offset(o, to, inputLast, last) + column * to[inputLast] + row,
                        to[inputLast],
                        Math.min(rowBlock, rows - row),
                        Math.min(columnBlock, columns - column));
            }
        });
    }

    /** The number of elements in the dimensions but {@code p} and {@code q}. */
    private int outer(int p, int q) {
        int n = 1;
        for (int d = 0; d < dims.length; d++) {
            n *= d == p || d == q ? 1 : dims[d];
        }
        return n;
    }

    /** The offset of element {@code index} of the dimensions but {@code p} and {@code q}. */
    private int offset(int index, int[] strides, int p, int q) {
        int rest = index;
        int offset = 0;
        for (int d = dims.length - 1; d >= 0; d--) {
            if (d != p && d != q) {
                offset += rest % dims[d] * strides[d];
                rest /= dims[d];
            }
        }
        return offset;
    }
}
