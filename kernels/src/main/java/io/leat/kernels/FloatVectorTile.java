package io.leat.kernels;

/**
 * Products with a packed right operand, the left operand being read by rows: which blocks of {@link FloatVectorBlocks}
 * and {@link FloatVectorTallBlock} make up the result. The last one may be filled up with copies of the last row.
 */
final class FloatVectorTile {
    private static final int NARROW = FloatRight.NARROW;
    private static final int WIDE = FloatRight.WIDE;

    /** The rows of a block that is written to an array of its own. */
    private static final int[] BLOCK_ROWS = blockRows();

    private FloatVectorTile() {}

    private static int[] blockRows() {
        int[] rows = new int[14];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i * WIDE;
        }
        return rows;
    }

    /**
     * See {@link FloatRight#timesRows}.
     *
     * @param tall whether the tall blocks may serve
     */
    static void rows(
            float[] a,
            int[] aRows,
            int m,
            FloatRight right,
            int from,
            int to,
            boolean accumulate,
            float[] c,
            int[] cRows,
            boolean tall,
            Scratch work) {
        float[] block = work.floats(Scratch.TILE, BLOCK_ROWS.length * WIDE);
        Runs chunks = right.chunks;
        boolean fourteen = tall && (m < 2 || !FloatRight.collide(aRows[1] - aRows[0]));
        for (int j = from; j < to; j += FloatRight.COLUMNS) {
            int end = Math.min(to, j + FloatRight.COLUMNS);
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
            float[] a,
            int[] aRows,
            int i,
            int rows,
            int m,
            FloatRight right,
            int chunk,
            int from,
            int to,
            boolean accumulate,
            float[] c,
            int[] cRows,
            float[] block) {
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
            float[] a,
            int[] aRows,
            int row,
            int left,
            float[] b,
            int bAt,
            float[] c,
            int[] cRows,
            int cRow,
            int j,
            boolean accumulate) {
        switch (rows) {
            case 14 -> FloatVectorTallBlock.rows14x2(k, a, aRows, row, left, b, bAt, c, cRows, cRow, j, accumulate);
            case 6 -> FloatVectorBlocks.rows6x2(k, a, aRows, row, left, b, bAt, c, cRows, cRow, j, accumulate);
            default -> FloatVectorBlocks.rows4x2(k, a, aRows, row, left, b, bAt, c, cRows, cRow, j, accumulate);
        }
    }

    private static void narrow(
            float[] a,
            int[] aRows,
            int from,
            int to,
            int left,
            int k,
            float[] b,
            int bAt,
            int j,
            int columns,
            boolean accumulate,
            float[] c,
            int[] cRows,
            float[] block) {
        int rows;
        for (int i = from; i < to; i += rows) {
            rows = fewRows(to - i);
            boolean whole = i + rows <= to && columns == NARROW;
            float[] out = whole ? c : block;
            int[] outRows = whole ? cRows : BLOCK_ROWS;
            int outRow = whole ? i : 0;
            int column = whole ? j : 0;
            boolean add = whole && accumulate;
            if (rows == 6) {
                FloatVectorBlocks.rows6x1(k, a, aRows, i, left, b, bAt, out, outRows, outRow, column, add);
            } else {
                FloatVectorBlocks.rows4x1(k, a, aRows, i, left, b, bAt, out, outRows, outRow, column, add);
            }
            if (!whole) {
                copy(block, i, Math.min(to, i + rows), Math.min(NARROW, columns), accumulate, c, cRows, j);
            }
        }
    }

    private static void copy(
            float[] block, int from, int to, int columns, boolean accumulate, float[] c, int[] cRows, int j) {
        for (int i = from; i < to; i++) {
            copy(block, (i - from) * WIDE, columns, accumulate, c, cRows[i] + j);
        }
    }

    /** Copies or adds a row of a block to the result. */
    static void copy(float[] block, int from, int columns, boolean accumulate, float[] c, int to) {
        if (accumulate) {
            for (int j = 0; j < columns; j++) {
                c[to + j] += block[from + j];
            }
        } else {
            System.arraycopy(block, from, c, to, columns);
        }
    }
}
