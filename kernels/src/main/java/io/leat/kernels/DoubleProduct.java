// Generated from FloatProduct.java by TwinsTest: change that file.
package io.leat.kernels;

/**
 * Products {@code c = a · b} of matrices of {@code double} in which rows of the result are told to be final one block
 * after another, and whose right operand may be prepared: see {@link PreparedGemm}.
 */
final class DoubleProduct {
    /** Smaller sizes are for {@link DoubleSkinny}, which packs nothing. */
    private static final int FEWEST_ROWS = 17;

    private static final int FEWEST_COLUMNS = 5;
    private static final int FEWEST_INNER = 5;

    private DoubleProduct() {}

    /** Whether the right operand is packed as a whole. */
    static boolean packs(int m, int n, int k) {
        return VectorSupport.AVAILABLE
                && m >= FEWEST_ROWS
                && n >= FEWEST_COLUMNS
                && k >= FEWEST_INNER
                && n <= DoubleGemm.PACKED_COLUMNS;
    }

    /** Elements of a prepared right operand, 0 if none is wanted. */
    static int preparedSize(int m, int n, int k) {
        return packs(m, n, k) ? DoubleRight.packedSize(k, n) : 0;
    }

    static void prepare(
            boolean transB, int n, int k, double[] b, int bOffset, int ldb, double[] prepared, Parallel parallel) {
        Runs runs = Runs.of(k, 0, bOffset);
        DoubleRight.prepare(b, runs, transB ? 1 : ldb, transB ? ldb : 1, n, prepared, parallel);
    }

    /** The rows of {@code c} follow one another without gaps. */
    static void run(
            boolean transB,
            int m,
            int n,
            int k,
            double[] a,
            int aOffset,
            int lda,
            double[] b,
            int bOffset,
            int ldb,
            boolean prepared,
            double[] c,
            int cOffset,
            Finish finish,
            Parallel parallel) {
        Parallel p = (long) m * n * k < DoubleSkinny.SERIAL_WORK ? Parallel.SERIAL : parallel;
        boolean whole = finish != Finish.NOTHING
                && m > DoubleGemm.TILE_ROWS
                && packs(m, n, k)
                && (long) k * n <= DoubleGemm.PACKED;
        if (!prepared && !whole) {
            DoubleGemm.gemm(false, transB, m, n, k, a, aOffset, lda, b, bOffset, ldb, false, c, cOffset, n, parallel);
            finish.rows(cOffset, m, n, p);
            return;
        }
        try (DoubleRight right = prepared
                ? DoubleRight.prepared(b, Runs.of(k, 0, 0), n)
                : new DoubleRight(b, Runs.of(k, 0, bOffset), transB ? 1 : ldb, transB ? ldb : 1, n, p)) {
            int blocks = Math.max(1, (m + DoubleGemm.TILE_ROWS / 2) / DoubleGemm.TILE_ROWS);
            int step = ((m + blocks - 1) / blocks + DoubleRight.BLOCK_ROWS - 1)
                    / DoubleRight.BLOCK_ROWS
                    * DoubleRight.BLOCK_ROWS;
            if (p.threads() > 1 && blocks < 4 * p.threads()) {
                DoubleGemm.byRows(m, a, aOffset, lda, right, false, c, cOffset, n, p);
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

    private static void block(int rows, double[] a, int aAt, int lda, DoubleRight right, double[] c, int cAt) {
        try (Scratch work = Scratch.take()) {
            DoubleGemm.rowsTile(rows, a, aAt, lda, right, c, cAt, right.n, work);
        }
    }
}
