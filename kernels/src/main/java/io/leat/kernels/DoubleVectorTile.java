// Generated from FloatVectorTile.java by TwinsTest: change that file.
package io.leat.kernels;

/**
 * Products with a packed right operand, the left operand being read by rows: which blocks of {@link DoubleVectorBlocks}
 * and {@link DoubleVectorTallBlock} make up the result. The last one may be filled up with copies of the last row.
 */
final class DoubleVectorTile {
    private static final int NARROW = DoubleRight.NARROW;
    private static final int WIDE = DoubleRight.WIDE;

    /** The rows of a block that is written to an array of its own. */
    private static final int[] BLOCK_ROWS = blockRows();

    private DoubleVectorTile() {}

    private static int[] blockRows() {
        int[] rows = new int[14];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i * WIDE;
        }
        return rows;
    }

    /**
     * See {@link DoubleRight#timesRows}.
     *
     * @param tall whether the tall blocks may serve
     */
    static void rows(
            double[] a,
            int[] aRows,
            int m,
            DoubleRight right,
            int from,
            int to,
            boolean accumulate,
            double[] c,
            int[] cRows,
            boolean tall,
            Scratch work) {
        double[] block = work.doubles(Scratch.TILE, BLOCK_ROWS.length * WIDE);
        Runs chunks = right.chunks;
        boolean fourteen = tall && (m < 2 || !DoubleRight.collide(aRows[1] - aRows[0]));
        for (int j = from; j < to; j += DoubleRight.COLUMNS) {
            int end = Math.min(to, j + DoubleRight.COLUMNS);
            for (int s = 0; s < chunks.count(); s++) {
                boolean add = accumulate || s > 0;
                for (int i = 0; i < m; ) {
                    int rows = rows(m - i, fourteen);
                    rowsBlock(a, aRows, i, rows, m, right, s, j, end, add, c, cRows, block);
                    i += rows;
                }
            }
        }
    }

    /** The rows of the next block, at most three more than remain. */
    private static int rows(int remaining, boolean tall) {
        if (tall && remaining >= 14 && remaining != 15 && remaining != 16) {
            return 14;
        }
        return fewRows(remaining);
    }

    private static int fewRows(int remaining) {
        return remaining >= 5 ? 6 : 4;
    }

    private static void rowsBlock(
            double[] a,
            int[] aRows,
            int i,
            int rows,
            int m,
            DoubleRight right,
            int chunk,
            int from,
            int to,
            boolean accumulate,
            double[] c,
            int[] cRows,
            double[] block) {
        int k = right.chunks.length(chunk);
        int left = right.chunks.left(chunk);
        int p = right.chunks.right(chunk);
        int end = Math.min(m, i + rows);
        for (int j = from; j < to; j += WIDE) {
            int at = right.panel(j, p);
            if (right.width(j) == NARROW) {
                narrow(a, aRows, i, end, left, k, right.packed, at, j, to - j, accumulate, c, cRows, block);
            } else if (end - i == rows && to - j >= WIDE) {
                wide(rows, k, a, aRows, i, left, right.packed, at, c, cRows, i, j, accumulate);
            } else {
                wide(rows, k, a, aRows, i, left, right.packed, at, block, BLOCK_ROWS, 0, 0, false);
                copy(block, i, end, Math.min(WIDE, to - j), accumulate, c, cRows, j);
            }
        }
    }

    private static void wide(
            int rows,
            int k,
            double[] a,
            int[] aRows,
            int row,
            int left,
            double[] b,
            int bAt,
            double[] c,
            int[] cRows,
            int cRow,
            int j,
            boolean accumulate) {
        switch (rows) {
            case 14 -> DoubleVectorTallBlock.rows14x2(k, a, aRows, row, left, b, bAt, c, cRows, cRow, j, accumulate);
            case 6 -> DoubleVectorBlocks.rows6x2(k, a, aRows, row, left, b, bAt, c, cRows, cRow, j, accumulate);
            default -> DoubleVectorBlocks.rows4x2(k, a, aRows, row, left, b, bAt, c, cRows, cRow, j, accumulate);
        }
    }

    private static void narrow(
            double[] a,
            int[] aRows,
            int from,
            int to,
            int left,
            int k,
            double[] b,
            int bAt,
            int j,
            int columns,
            boolean accumulate,
            double[] c,
            int[] cRows,
            double[] block) {
        int rows;
        for (int i = from; i < to; i += rows) {
            rows = fewRows(to - i);
            boolean whole = i + rows <= to && columns == NARROW;
            double[] out = whole ? c : block;
            int[] outRows = whole ? cRows : BLOCK_ROWS;
            int outRow = whole ? i : 0;
            int column = whole ? j : 0;
            boolean add = whole && accumulate;
            if (rows == 6) {
                DoubleVectorBlocks.rows6x1(k, a, aRows, i, left, b, bAt, out, outRows, outRow, column, add);
            } else {
                DoubleVectorBlocks.rows4x1(k, a, aRows, i, left, b, bAt, out, outRows, outRow, column, add);
            }
            if (!whole) {
                copy(block, i, Math.min(to, i + rows), Math.min(NARROW, columns), accumulate, c, cRows, j);
            }
        }
    }

    private static void copy(
            double[] block, int from, int to, int columns, boolean accumulate, double[] c, int[] cRows, int j) {
        for (int i = from; i < to; i++) {
            copy(block, (i - from) * WIDE, columns, accumulate, c, cRows[i] + j);
        }
    }

    /** Copies or adds a row of a block to the result. */
    static void copy(double[] block, int from, int columns, boolean accumulate, double[] c, int to) {
        if (accumulate) {
            for (int j = 0; j < columns; j++) {
                c[to + j] += block[from + j];
            }
        } else {
            System.arraycopy(block, from, c, to, columns);
        }
    }
}
