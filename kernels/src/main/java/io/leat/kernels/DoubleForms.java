// Generated from FloatForms.java by TwinsTest: change that file.
package io.leat.kernels;

/** The vector forms of products of matrices, each exercised on small products. */
final class DoubleForms {
    private static final int MOST_INNER = 24;

    /** Multiply-adds after which the blocks are worth compiling: tenths of a second of work. */
    private static final long BLOCKS_PAY = 1L << 31;

    /** Multiply-adds after which the tall blocks, which take longest to compile, are worth it. */
    private static final long TALL_PAYS = 1L << 33;

    /** Multiply-adds without blocks after which their vector forms are worth compiling. */
    private static final long SUMS_PAY = 1L << 25;

    /** {@link DoubleVectorTile} without its tall blocks. */
    static final VectorForm ROWS = new VectorForm(BLOCKS_PAY, (_, _, _, n) -> rows(n, 10, false));

    /** Its tall blocks, where there are registers for them. */
    static final VectorForm TALL = new VectorForm(TALL_PAYS, (_, _, _, n) -> rows(n, 14, true));

    /** {@link DoubleVectorColumnTile}. */
    static final VectorForm COLUMNS = new VectorForm(BLOCKS_PAY, (_, _, _, n) -> columns(n));

    /** {@link DoubleVectorRows}. */
    static final VectorForm SUMS = VectorForm.doubles(SUMS_PAY, (x, y, z, n) -> {
        for (int p = 0; p < MOST_INNER; p++) {
            DoubleVectorRows.sum(3, n / 4, 5 - p % 2, x, p, 8, 1, y, p, n / 4, z);
        }
    });

    /** {@link DoubleVectorDots}. */
    static final VectorForm DOTS = VectorForm.doubles(SUMS_PAY, (x, y, z, n) -> {
        for (int p = 0; p < MOST_INNER; p++) {
            DoubleVectorDots.twoByFour(n / 4, x, p, n / 4, y, 0, p, n / 4, n / 2, z);
            DoubleVectorDots.oneByFour(n / 4, x, p, y, 0, p, n / 4, n / 2, z);
        }
    });

    /** {@link DoubleVectorPack#row}. */
    static final VectorForm PACK = VectorForm.doubles((x, y, z, n) ->
            DoubleVectorPack.row(x, 1, n / DoubleRight.WIDE * DoubleRight.WIDE, z, 3, DoubleRight.WIDE));

    /** {@link DoubleVectorPack#run}. */
    static final VectorForm PACK_RUN = VectorForm.doubles((x, y, z, n) -> DoubleVectorPack.run(x, 1, z, 3, n));

    private DoubleForms() {}

    /** Small products, with and without sums from before, and with panels of both widths. */
    private static void rows(int n, int m, boolean tall) {
        try (Scratch work = Scratch.take()) {
            DoubleRight right = right(n, work);
            int k = right.runs.total();
            double[] a = work.doubles(Scratch.LEFT, m * MOST_INNER);
            double[] c = work.doubles(Scratch.SUMS, m * right.n);
            int[] aRows = DoubleGemm.steps(work.ints(Scratch.LEFT, m + 5), m, 0, k);
            int[] cRows = DoubleGemm.steps(work.ints(Scratch.TILE, m + 5), m, 0, right.n);
            DoubleVectorTile.rows(a, aRows, m, right, 0, right.n, n % 2 == 0, c, cRows, tall, work);
        }
    }

    private static void columns(int n) {
        try (Scratch work = Scratch.take()) {
            int m = 2 * DoubleRight.BLOCK_COLUMN_ROWS;
            DoubleRight right = right(n, work);
            int k = right.runs.total();
            double[] a = work.doubles(Scratch.LEFT, m * MOST_INNER);
            double[] c = work.doubles(Scratch.SUMS, m * right.n);
            int[] aColumns = DoubleGemm.steps(work.ints(Scratch.LEFT, k + 5), k, 0, m);
            DoubleVectorColumnTile.columns(a, aColumns, 0, m, right, 0, right.n, n % 2 == 0, c, 0, right.n, work);
        }
    }

    private static DoubleRight right(int n, Scratch work) {
        int k = MOST_INNER - n % 8;
        int columns = DoubleRight.WIDE + DoubleRight.NARROW;
        double[] packed = work.doubles(Scratch.RIGHT, DoubleRight.packedSize(MOST_INNER, columns));
        return DoubleRight.prepared(packed, Runs.of(k, 0, 0), columns);
    }
}
