// Generated from FloatRight.java by TwinsTest: change that file.
package io.leat.kernels;

import org.jspecify.annotations.Nullable;

/**
 * The right operand of a product, {@code runs.total()} rows of {@code n} columns: element (p, j) of run r is
 * {@code source[runs.right(r) + p * rowStep + j * columnStep]}. In the vector form it is packed into panels of
 * {@link #WIDE} columns, the last one {@link #WIDE} or {@link #NARROW} columns and filled up with zeros; the rows of a
 * panel follow one another.
 */
final class DoubleRight implements AutoCloseable {
    /** The longest stretch of the inner dimension that is summed up before it is added to the result. */
    static final int CHUNK = 384;

    /** Columns of the right operand whose chunk stays in the second level cache while rows of the left pass by. */
    static final int COLUMNS = 1024 / Double.BYTES;

    static final int NARROW = VectorSupport.doubleLanes();
    static final int WIDE = 2 * NARROW;

    /** Rows of most blocks when the left operand is read by rows: more where 512 bits come with 32 registers. */
    static final int BLOCK_ROWS = NARROW * Double.BYTES == 64 ? 14 : 6;

    /** Rows of a block when it is read by columns. */
    static final int BLOCK_COLUMN_ROWS = 5;

    /** Long arrays begin 16 bytes behind a multiple of 64. */
    private static final int ALIGN = 48 / Double.BYTES;

    private static final int ROWS_PER_PART = 128;
    private static final int SERIAL_ELEMENTS = 1 << 16;

    final double[] source;
    final Runs runs;
    final Runs chunks;
    final int rowStep;
    final int columnStep;
    final int n;
    final double[] packed;
    private final int base;
    private final int rows;
    private final @Nullable Scratch scratch;

    /** Packed into working memory, which is given back by {@link #close}. */
    DoubleRight(double[] source, Runs runs, int rowStep, int columnStep, int n, Parallel parallel) {
        this.source = source;
        this.runs = runs;
        this.chunks = runs.chunks(CHUNK);
        this.rowStep = rowStep;
        this.columnStep = columnStep;
        this.n = n;
        this.rows = runs.total();
        this.base = ALIGN;
        Scratch own = Scratch.take();
        this.scratch = own;
        if (VectorSupport.AVAILABLE) {
            packed = own.doubles(Scratch.RIGHT, packedSize(rows, n));
            pack(parallel);
        } else {
            packed = source;
        }
    }

    private DoubleRight(double[] source, Runs runs, int rowStep, int columnStep, int n, double[] packed, int base) {
        this.source = source;
        this.runs = runs;
        this.chunks = runs.chunks(CHUNK);
        this.rowStep = rowStep;
        this.columnStep = columnStep;
        this.n = n;
        this.rows = runs.total();
        this.packed = packed;
        this.base = base;
        this.scratch = null;
    }

    /** The size of an array for {@link #prepare}; only the vector form packs. */
    static int packedSize(int rows, int n) {
        return Math.addExact(ALIGN, Math.multiplyExact(rows, packedColumns(n)));
    }

    /** Packs into {@code packed}, for {@link #prepared}. */
    static void prepare(
            double[] source, Runs runs, int rowStep, int columnStep, int n, double[] packed, Parallel parallel) {
        new DoubleRight(source, runs, rowStep, columnStep, n, packed, ALIGN).pack(parallel);
    }

    /** Whether {@link #packed} holds panels; otherwise {@link #source} alone is there. */
    boolean isPacked() {
        return VectorSupport.AVAILABLE;
    }

    /** What {@link #prepare} packed, with the same runs. */
    static DoubleRight prepared(double[] packed, Runs runs, int n) {
        return new DoubleRight(packed, runs, 0, 0, n, packed, ALIGN);
    }

    /** The size of an array for {@code count} operands of the same size. */
    static int packedSize(int count, int rows, int n) {
        return packedSize(Math.multiplyExact(count, rows), n);
    }

    /** Number {@code index} of several operands of {@code rows} rows in one array. */
    static DoubleRight prepared(double[] packed, int index, int rows, int n) {
        Runs runs = Runs.of(rows, 0, 0);
        return new DoubleRight(packed, runs, 0, 0, n, packed, ALIGN + index * rows * packedColumns(n));
    }

    /** Packs number {@code index} of several operands, which begins at {@code offset} of {@code source}. */
    static void prepare(
            double[] source,
            int offset,
            int rowStep,
            int columnStep,
            double[] packed,
            int index,
            int rows,
            int n,
            Parallel parallel) {
        int at = ALIGN + index * rows * packedColumns(n);
        new DoubleRight(source, Runs.of(rows, 0, offset), rowStep, columnStep, n, packed, at).pack(parallel);
    }

    /** Whether rows so far apart fall on the same few lines of the first level cache, too few for a tall block. */
    static boolean collide(int step) {
        return step != 0 && step * Double.BYTES % 4096 == 0;
    }

    /** {@code n}, rounded up to whole panels. */
    static int packedColumns(int n) {
        return (n + NARROW - 1) / NARROW * NARROW;
    }

    /** Where in {@link #packed} the panel with column {@code j}, a multiple of {@link #WIDE}, has its row {@code p}. */
    int panel(int j, int p) {
        return base + j * rows + p * width(j);
    }

    /** The number of columns of the panel that begins at column {@code j}. */
    int width(int j) {
        return n - j <= NARROW ? NARROW : WIDE;
    }

    private void pack(Parallel parallel) {
        int groups = (n + COLUMNS - 1) / COLUMNS;
        int slices = (rows + ROWS_PER_PART - 1) / ROWS_PER_PART;
        Parallel.Part part = index -> {
            int from = index / groups * ROWS_PER_PART;
            int j = index % groups * COLUMNS;
            packPart(j, Math.min(n, j + COLUMNS), from, Math.min(rows, from + ROWS_PER_PART));
        };
        boolean small = (long) rows * n < SERIAL_ELEMENTS;
        (small ? Parallel.SERIAL : parallel).run(groups * slices, part);
    }

    private void packPart(int fromColumn, int toColumn, int fromRow, int toRow) {
        int first = 0;
        for (int r = 0; r < runs.count() && first < toRow; r++) {
            int begin = Math.max(fromRow, first);
            int end = Math.min(toRow, first + runs.length(r));
            if (begin < end) {
                int at = runs.right(r) + (begin - first) * rowStep;
                packRows(source, at, rowStep, columnStep, begin, end, fromColumn, toColumn);
            }
            first += runs.length(r);
        }
    }

    /**
     * Packs rows {@code begin} to {@code end - 1}: element (begin + p, j) is {@code from[at + p * rowStep + j *
     * columnStep]}. Whole panels of consecutive elements go row by row.
     *
     * @param fromColumn a multiple of {@link #WIDE}
     * @param toColumn likewise, or n
     */
    void packRows(
            double[] from, int at, int rowStep, int columnStep, int begin, int end, int fromColumn, int toColumn) {
        int whole = fromColumn;
        if (columnStep == 1) {
            whole += (toColumn - fromColumn) / WIDE * WIDE;
            int to = panel(fromColumn, begin);
            int panelStep = WIDE * rows;
            for (int p = 0; p < end - begin && whole > fromColumn; p++) {
                int columns = whole - fromColumn;
                packRow(from, at + p * rowStep + fromColumn, columns, to + p * WIDE, panelStep);
            }
        }
        for (int j = whole; j < toColumn; j += WIDE) {
            int first = at + j * columnStep;
            int columns = Math.min(WIDE, n - j);
            int to = panel(j, begin);
            DoubleVectorPack.panel(from, first, rowStep, columnStep, end - begin, columns, packed, to, width(j));
        }
    }

    private void packRow(double[] from, int at, int columns, int to, int panelStep) {
        if (DoubleForms.PACK.ready(columns)) {
            DoubleVectorPack.row(from, at, columns, packed, to, panelStep);
        } else {
            for (int j = 0; j < columns; j += WIDE) {
                System.arraycopy(from, at + j, packed, to + j / WIDE * panelStep, WIDE);
            }
        }
    }

    /**
     * {@code c[cRows[i] + j] (+)= Σ a[aRows[i] + left + p] * right(p, j)} for {@code i < m} and {@code from <= j < to}.
     *
     * @param aRows at least {@code m + 5} entries, the last five copies of entry {@code m - 1}
     * @param from a multiple of {@link #WIDE}
     */
    void timesRows(
            double[] a,
            int[] aRows,
            int m,
            int from,
            int to,
            boolean accumulate,
            double[] c,
            int[] cRows,
            Scratch work) {
        if (DoubleForms.ROWS.ready(work(m, to - from))) {
            boolean tall = BLOCK_ROWS == 14 && DoubleForms.TALL.ready(work(m, to - from));
            DoubleVectorTile.rows(a, aRows, m, this, from, to, accumulate, c, cRows, tall, work);
        } else {
            DoubleScalarTile.rows(a, aRows, m, this, from, to, accumulate, c, cRows, work);
        }
    }

    /**
     * {@code c[cRow + i * ldc + j] (+)= Σ a[aColumns[p] + aRow + i] * right(p, j)} for {@code i < m} and
     * {@code from <= j < to}. When {@code m < 5}, five elements must be readable nevertheless.
     *
     * @param from a multiple of {@link #WIDE}
     */
    void timesColumns(
            double[] a,
            int[] aColumns,
            int aRow,
            int m,
            int from,
            int to,
            boolean accumulate,
            double[] c,
            int cRow,
            int ldc,
            Scratch work) {
        if (DoubleForms.COLUMNS.ready(work(m, to - from))) {
            DoubleVectorColumnTile.columns(a, aColumns, aRow, m, this, from, to, accumulate, c, cRow, ldc, work);
        } else {
            DoubleScalarTile.columns(a, aColumns, aRow, m, this, from, to, accumulate, c, cRow, ldc, work);
        }
    }

    /** The multiply-adds of a part of the product. */
    private long work(int m, int columns) {
        return (long) m * columns * rows;
    }

    @Override
    public void close() {
        if (scratch != null) {
            scratch.close();
        }
    }
}
