package io.leat.kernels;

/** The vector forms of products of matrices, each exercised on small products. */
final class FloatForms {
    private static final int MOST_INNER = 24;

    /** Multiply-adds after which the blocks are worth compiling: tenths of a second of work. */
    private static final long BLOCKS_PAY = 1L << 31;

    /** Multiply-adds after which the tall blocks, which take longest to compile, are worth it. */
    private static final long TALL_PAYS = 1L << 33;

    /** Multiply-adds without blocks after which their vector forms are worth compiling. */
    private static final long SUMS_PAY = 1L << 25;

    /** {@link FloatVectorTile} without its tall blocks. */
    static final VectorForm ROWS = new VectorForm(BLOCKS_PAY, (_, _, _, n) -> rows(n, 10, false));

    /** Its tall blocks, where there are registers for them. */
    static final VectorForm TALL = new VectorForm(TALL_PAYS, (_, _, _, n) -> rows(n, 14, true));

    /** {@link FloatVectorColumnTile}. */
    static final VectorForm COLUMNS = new VectorForm(BLOCKS_PAY, (_, _, _, n) -> columns(n));

    /** {@link FloatVectorRows}. */
    static final VectorForm SUMS = VectorForm.floats(SUMS_PAY, (x, y, z, n) -> {
        for (int p = 0; p < MOST_INNER; p++) {
            FloatVectorRows.sum(3, n / 4, 5 - p % 2, x, p, 8, 1, y, p, n / 4, z);
        }
    });

    /** {@link FloatVectorDots}. */
    static final VectorForm DOTS = VectorForm.floats(SUMS_PAY, (x, y, z, n) -> {
        for (int p = 0; p < MOST_INNER; p++) {
            FloatVectorDots.twoByFour(n / 4, x, p, n / 4, y, 0, p, n / 4, n / 2, z);
            FloatVectorDots.oneByFour(n / 4, x, p, y, 0, p, n / 4, n / 2, z);
        }
    });

    /** {@link FloatVectorPack#row}. */
    static final VectorForm PACK = VectorForm.floats(
            (x, y, z, n) -> FloatVectorPack.row(x, 1, n / FloatRight.WIDE * FloatRight.WIDE, z, 3, FloatRight.WIDE));

    /** {@link FloatVectorPack#run}. */
    static final VectorForm PACK_RUN = VectorForm.floats((x, y, z, n) -> FloatVectorPack.run(x, 1, z, 3, n));

    private FloatForms() {}

    /** Small products, with and without sums from before, and with panels of both widths. */
    private static void rows(int n, int m, boolean tall) {
        try (Scratch work = Scratch.take()) {
            FloatRight right = right(n, work);
            int k = right.runs.total();
            float[] a = work.floats(Scratch.LEFT, m * MOST_INNER);
            float[] c = work.floats(Scratch.SUMS, m * right.n);
            int[] aRows = FloatGemm.steps(work.ints(Scratch.LEFT, m + 5), m, 0, k);
            int[] cRows = FloatGemm.steps(work.ints(Scratch.TILE, m + 5), m, 0, right.n);
            FloatVectorTile.rows(a, aRows, m, right, 0, right.n, n % 2 == 0, c, cRows, tall, work);
        }
    }

    private static void columns(int n) {
        try (Scratch work = Scratch.take()) {
            int m = 2 * FloatRight.BLOCK_COLUMN_ROWS;
            FloatRight right = right(n, work);
            int k = right.runs.total();
            float[] a = work.floats(Scratch.LEFT, m * MOST_INNER);
            float[] c = work.floats(Scratch.SUMS, m * right.n);
            int[] aColumns = FloatGemm.steps(work.ints(Scratch.LEFT, k + 5), k, 0, m);
            FloatVectorColumnTile.columns(a, aColumns, 0, m, right, 0, right.n, n % 2 == 0, c, 0, right.n, work);
        }
    }

    private static FloatRight right(int n, Scratch work) {
        int k = MOST_INNER - n % 8;
        int columns = FloatRight.WIDE + FloatRight.NARROW;
        float[] packed = work.floats(Scratch.RIGHT, FloatRight.packedSize(MOST_INNER, columns));
        return FloatRight.prepared(packed, Runs.of(k, 0, 0), columns);
    }
}
