package io.leat.kernels;

/**
 * Products with a packed right operand, the left operand being read by rows: which blocks of {@link FloatVectorBlocks}
 * make up the result. What rows remain go in blocks of six and four, the last of which may be filled up with copies of
 * the last row.
 */
final class FloatVectorTile {
    /** The rows of a block while so many remain: eight where vectors of 512 bits come with 32 registers. */
    private static final int ROWS = Lanes.SHAPE.vectorBitSize() == 512 ? 8 : 6;

    private static final int SIX = 6;
    private static final int FOUR = 4;
    private static final int NARROW = FloatRight.NARROW;
    private static final int WIDE = FloatRight.WIDE;

    /** The rows of a block that is written to an array of its own. */
    private static final int[] BLOCK_ROWS = {0, WIDE, 2 * WIDE, 3 * WIDE, 4 * WIDE, 5 * WIDE};

    private FloatVectorTile() {}

    /** See {@link FloatRight#timesRows}. */
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
            Scratch work) {
        float[] block = work.floats(Scratch.TILE, SIX * WIDE);
        Runs chunks = right.chunks;
        for (int j = from; j < to; j += FloatRight.COLUMNS) {
            int end = Math.min(to, j + FloatRight.COLUMNS);
            for (int s = 0; s < chunks.count(); s++) {
                boolean add = accumulate || s > 0;
                int i = 0;
                for (; i + ROWS <= m; i += ROWS) {
                    wholeBlock(a, aRows, i, right, s, j, end, add, c, cRows, block);
                }
                for (; i < m; i += rows(m - i)) {
                    rowsBlock(a, aRows, i, m, right, s, j, end, add, c, cRows, block);
                }
            }
        }
    }

    /** The rows of the next block when fewer than {@link #ROWS} remain. */
    private static int rows(int remaining) {
        return remaining == 5 || remaining == SIX ? SIX : FOUR;
    }

    private static void wholeBlock(
            float[] a,
            int[] aRows,
            int i,
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
        int whole = from + (to - from) / WIDE * WIDE;
        for (int j = from; j < whole; j += WIDE) {
            if (ROWS == SIX) {
                FloatVectorBlocks.rows6x2(k, a, aRows, i, left, right.packed, right.panel(j, p), c, cRows, i, j, accumulate);
            } else {
                FloatVectorBlocks.rows8x2(k, a, aRows, i, left, right.packed, right.panel(j, p), c, cRows, i, j, accumulate);
            }
        }
        if (whole < to) {
            for (int r = i; r < i + ROWS; r += rows(i + ROWS - r)) {
                rowsBlock(a, aRows, r, i + ROWS, right, chunk, whole, to, accumulate, c, cRows, block);
            }
        }
    }

    private static void rowsBlock(
            float[] a,
            int[] aRows,
            int i,
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
        float[] b = right.packed;
        int rows = rows(m - i);
        int count = Math.min(rows, m - i);
        for (int j = from; j < to; j += WIDE) {
            int at = right.panel(j, p);
            int columns = Math.min(WIDE, to - j);
            boolean narrow = right.width(j) == NARROW;
            if (count == rows && columns == (narrow ? NARROW : WIDE)) {
                rows(rows, narrow, k, a, aRows, i, left, b, at, c, cRows, i, j, accumulate);
            } else {
                rows(rows, narrow, k, a, aRows, i, left, b, at, block, BLOCK_ROWS, 0, 0, false);
                for (int r = 0; r < count; r++) {
                    copy(block, r * WIDE, columns, accumulate, c, cRows[i + r] + j);
                }
            }
        }
    }

    private static void rows(
            int rows,
            boolean narrow,
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
        if (narrow && rows == SIX) {
            FloatVectorBlocks.rows6x1(k, a, aRows, row, left, b, bAt, c, cRows, cRow, j, accumulate);
        } else if (narrow) {
            FloatVectorBlocks.rows4x1(k, a, aRows, row, left, b, bAt, c, cRows, cRow, j, accumulate);
        } else if (rows == SIX) {
            FloatVectorBlocks.rows6x2(k, a, aRows, row, left, b, bAt, c, cRows, cRow, j, accumulate);
        } else {
            FloatVectorBlocks.rows4x2(k, a, aRows, row, left, b, bAt, c, cRows, cRow, j, accumulate);
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
