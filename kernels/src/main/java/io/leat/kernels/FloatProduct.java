package io.leat.kernels;

/**
 * Products {@code c = a · b} of matrices of {@code float} in which rows of the result are told to be final one block
 * after another, and whose right operand may be prepared: see {@link PreparedGemm}.
 */
final class FloatProduct {
    /** Smaller sizes are for {@link FloatSkinny}, which packs nothing. */
    private static final int FEWEST_ROWS = 17;

    private static final int FEWEST_COLUMNS = 5;
    private static final int FEWEST_INNER = 5;

    private FloatProduct() {}

    /** Whether the right operand is packed as a whole. */
    static boolean packs(int m, int n, int k) {
        return VectorSupport.AVAILABLE
                && m >= FEWEST_ROWS
                && n >= FEWEST_COLUMNS
                && k >= FEWEST_INNER
                && n <= FloatGemm.PACKED_COLUMNS;
    }

    /** Elements of a prepared right operand, 0 if none is wanted. */
    static int preparedSize(int m, int n, int k) {
        return packs(m, n, k) ? FloatRight.packedSize(k, n) : 0;
    }

    static void prepare(
            boolean transB, int n, int k, float[] b, int bOffset, int ldb, float[] prepared, Parallel parallel) {
        Runs runs = Runs.of(k, 0, bOffset);
        FloatRight.prepare(b, runs, transB ? 1 : ldb, transB ? ldb : 1, n, prepared, parallel);
    }

    /** The rows of {@code c} follow one another without gaps. */
    static void run(
            boolean transB,
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            boolean prepared,
            float[] c,
            int cOffset,
            Finish finish,
            Parallel parallel) {
        Parallel p = (long) m * n * k < FloatSkinny.SERIAL_WORK ? Parallel.SERIAL : parallel;
        boolean whole = finish != Finish.NOTHING
                && m > FloatGemm.TILE_ROWS
                && packs(m, n, k)
                && (long) k * n <= FloatGemm.PACKED;
        if (!prepared && !whole) {
            FloatGemm.gemm(false, transB, m, n, k, a, aOffset, lda, b, bOffset, ldb, false, c, cOffset, n, parallel);
            finish.rows(cOffset, m, n, p);
            return;
        }
        try (FloatRight right = prepared
                ? FloatRight.prepared(b, Runs.of(k, 0, 0), n)
                : new FloatRight(b, Runs.of(k, 0, bOffset), transB ? 1 : ldb, transB ? ldb : 1, n, p)) {
            int blocks = Math.max(1, (m + FloatGemm.TILE_ROWS / 2) / FloatGemm.TILE_ROWS);
            int step = ((m + blocks - 1) / blocks + FloatRight.BLOCK_ROWS - 1)
                    / FloatRight.BLOCK_ROWS
                    * FloatRight.BLOCK_ROWS;
            if (p.threads() > 1 && blocks < 4 * p.threads()) {
                FloatGemm.byRows(m, a, aOffset, lda, right, false, c, cOffset, n, p);
                finish.rows(cOffset, m, n, p);
            } else {
                p.run((m + step - 1) / step, part -> {
                    int i = part * step;
                    int rows = Math.min(step, m - i);
                    block(rows, a, aOffset + i * lda, lda, right, c, cOffset + i * n);
                    finish.range(cOffset + i * n, cOffset + (i + rows) * n);
                });
            }
        }
    }

    private static void block(int rows, float[] a, int aAt, int lda, FloatRight right, float[] c, int cAt) {
        try (Scratch work = Scratch.take()) {
            FloatGemm.rowsTile(rows, a, aAt, lda, right, c, cAt, right.n, work);
        }
    }
}
