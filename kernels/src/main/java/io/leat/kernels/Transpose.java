package io.leat.kernels;

/** Permutes dimensions. */
public final class Transpose {
    private Transpose() {}

    public static void permute(
            Object x, int xo, int[] dims, int[] permutation, Object y, int yo, Parallel parallel) {
        int[] strides = StridedCopy.rowMajor(dims);
        int[] out = new int[dims.length];
        int[] from = new int[dims.length];
        for (int i = 0; i < dims.length; i++) {
            out[i] = dims[permutation[i]];
            from[i] = strides[permutation[i]];
        }
        StridedCopy.copy(x, xo, from, y, yo, StridedCopy.rowMajor(out), out, parallel);
    }
}
