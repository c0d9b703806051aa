package io.leat.kernels;

/**
 * Products {@code c = a · bᵀ} of matrices of {@code float} with few rows of a and many of b, computed as {@code (b ·
 * aᵀ)ᵀ}: the small matrix is packed, and the large one read by rows where it is.
 */
final class FloatTurned {
    private static final int MOST_ROWS = 128;
    private static final int TIMES_MORE = 4;
    private static final int LONG_INNER = 64;

    private FloatTurned() {}

    static boolean serves(boolean transA, boolean transB, int m, int n, int k, boolean accumulate) {
        return VectorSupport.AVAILABLE
                && !transA
                && transB
                && !accumulate
                && m <= MOST_ROWS
                && n >= TIMES_MORE * m
                && k >= LONG_INNER
                && (long) m * k <= FloatGemm.PACKED;
    }

    static void gemm(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc,
            Parallel parallel) {
        try (FloatRight right = new FloatRight(a, Runs.of(k, 0, aOffset), 1, lda, m, parallel)) {
            parallel.run((n + FloatGemm.TILE_ROWS - 1) / FloatGemm.TILE_ROWS, part -> {
                int i = part * FloatGemm.TILE_ROWS;
                int rows = Math.min(FloatGemm.TILE_ROWS, n - i);
                try (Scratch work = Scratch.take()) {
                    float[] tile = work.floats(Scratch.SUMS, rows * m);
                    int[] bRows = FloatGemm.steps(work.ints(Scratch.LEFT, rows + 5), rows, bOffset + i * ldb, ldb);
                    int[] tileRows = FloatGemm.steps(work.ints(Scratch.TILE, rows + 5), rows, 0, m);
                    right.timesRows(b, bRows, rows, 0, m, false, tile, tileRows, work);
                    turn(tile, rows, m, c, cOffset + i, ldc);
                }
            });
        }
    }

    /** {@code c[at + j * ldc + i] = tile[i * columns + j]}. */
    private static void turn(float[] tile, int rows, int columns, float[] c, int at, int ldc) {
        int j = 0;
        for (; j + 4 <= columns; j += 4) {
            int to = at + j * ldc;
            for (int i = 0; i < rows; i++) {
                int from = i * columns + j;
                c[to + i] = tile[from];
                c[to + ldc + i] = tile[from + 1];
                c[to + 2 * ldc + i] = tile[from + 2];
                c[to + 3 * ldc + i] = tile[from + 3];
            }
        }
        for (; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                c[at + j * ldc + i] = tile[i * columns + j];
            }
        }
    }
}
