package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of a product with a packed right operand. A block of six rows by two vectors stays in registers; its
 * twelve sums and the thirteen other values of a step just fit sixteen vector registers, since the six rows are six
 * pointers and no two loads of the left operand can be merged. Where the left operand is read by columns, they could
 * be, and five rows are what the compiler keeps in registers.
 */
final class FloatVectorTile {
    private static final int ROWS = FloatRight.BLOCK_ROWS;
    private static final int COLUMN_ROWS = FloatRight.BLOCK_COLUMN_ROWS;
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
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
        float[] block = work.floats(Scratch.TILE, ROWS * WIDE);
        Runs chunks = right.chunks;
        for (int j = from; j < to; j += FloatRight.COLUMNS) {
            int end = Math.min(to, j + FloatRight.COLUMNS);
            for (int s = 0; s < chunks.count(); s++) {
                boolean add = accumulate || s > 0;
                for (int i = 0; i < m; i += ROWS) {
                    rowsBlock(a, aRows, i, m, right, s, j, end, add, c, cRows, block);
                }
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
        for (int j = from; j < to; j += WIDE) {
            int at = right.panel(j, p);
            int columns = Math.min(WIDE, to - j);
            boolean narrow = right.width(j) == NARROW;
            if (i + ROWS <= m && columns == WIDE) {
                rows6x2(k, a, aRows, i, left, b, at, c, cRows, i, j, accumulate);
            } else if (i + ROWS <= m && narrow && columns == NARROW) {
                rows6x1(k, a, aRows, i, left, b, at, c, cRows, i, j, accumulate);
            } else {
                if (narrow) {
                    rows6x1(k, a, aRows, i, left, b, at, block, BLOCK_ROWS, 0, 0, false);
                } else {
                    rows6x2(k, a, aRows, i, left, b, at, block, BLOCK_ROWS, 0, 0, false);
                }
                int count = Math.min(ROWS, m - i);
                for (int r = 0; r < count; r++) {
                    copy(block, r * WIDE, columns, accumulate, c, cRows[i + r] + j);
                }
            }
        }
    }

    /** See {@link FloatRight#timesColumns}. */
    static void columns(
            float[] a,
            int[] aColumns,
            int aRow,
            int m,
            FloatRight right,
            int from,
            int to,
            boolean accumulate,
            float[] c,
            int cRow,
            int ldc,
            Scratch work) {
        float[] block = work.floats(Scratch.TILE, ROWS * WIDE);
        Runs chunks = right.chunks;
        for (int j = from; j < to; j += FloatRight.COLUMNS) {
            int end = Math.min(to, j + FloatRight.COLUMNS);
            for (int s = 0; s < chunks.count(); s++) {
                boolean add = accumulate || s > 0;
                for (int i = 0; i < m; i += COLUMN_ROWS) {
                    columnsBlock(a, aColumns, aRow, i, m, right, s, j, end, add, c, cRow, ldc, block);
                }
            }
        }
    }

    private static void columnsBlock(
            float[] a,
            int[] aColumns,
            int aRow,
            int i,
            int m,
            FloatRight right,
            int chunk,
            int from,
            int to,
            boolean accumulate,
            float[] c,
            int cRow,
            int ldc,
            float[] block) {
        int k = right.chunks.length(chunk);
        int p = right.chunks.right(chunk);
        float[] b = right.packed;
        // the last block reaches back over rows that are done already, so as not to read beyond row m - 1
        int back = Math.min(i, Math.max(0, i + COLUMN_ROWS - m));
        int row = aRow + i - back;
        for (int j = from; j < to; j += WIDE) {
            int at = right.panel(j, p);
            int columns = Math.min(WIDE, to - j);
            boolean narrow = right.width(j) == NARROW;
            int cAt = cRow + i * ldc + j;
            if (i + COLUMN_ROWS <= m && columns == WIDE) {
                columns5x2(k, a, aColumns, p, row, b, at, c, cAt, ldc, accumulate);
            } else if (i + COLUMN_ROWS <= m && narrow && columns == NARROW) {
                columns5x1(k, a, aColumns, p, row, b, at, c, cAt, ldc, accumulate);
            } else {
                if (narrow) {
                    columns5x1(k, a, aColumns, p, row, b, at, block, 0, WIDE, false);
                } else {
                    columns5x2(k, a, aColumns, p, row, b, at, block, 0, WIDE, false);
                }
                int count = Math.min(COLUMN_ROWS, m - i);
                for (int r = 0; r < count; r++) {
                    copy(block, (r + back) * WIDE, columns, accumulate, c, cAt + r * ldc);
                }
            }
        }
    }

    private static void copy(float[] block, int from, int columns, boolean accumulate, float[] c, int to) {
        if (accumulate) {
            for (int j = 0; j < columns; j++) {
                c[to + j] += block[from + j];
            }
        } else {
            System.arraycopy(block, from, c, to, columns);
        }
    }

    private static void put(FloatVector sum, float[] c, int at, boolean accumulate) {
        if (accumulate) {
            sum = FloatVector.fromArray(LANES, c, at).add(sum);
        }
        sum.intoArray(c, at);
    }

    private static void rows6x2(
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
        int a0 = aRows[row] + left;
        int a1 = aRows[row + 1] + left;
        int a2 = aRows[row + 2] + left;
        int a3 = aRows[row + 3] + left;
        int a4 = aRows[row + 4] + left;
        int a5 = aRows[row + 5] + left;
        FloatVector c0 = FloatVector.zero(LANES);
        FloatVector c1 = FloatVector.zero(LANES);
        FloatVector d0 = FloatVector.zero(LANES);
        FloatVector d1 = FloatVector.zero(LANES);
        FloatVector e0 = FloatVector.zero(LANES);
        FloatVector e1 = FloatVector.zero(LANES);
        FloatVector f0 = FloatVector.zero(LANES);
        FloatVector f1 = FloatVector.zero(LANES);
        FloatVector g0 = FloatVector.zero(LANES);
        FloatVector g1 = FloatVector.zero(LANES);
        FloatVector h0 = FloatVector.zero(LANES);
        FloatVector h1 = FloatVector.zero(LANES);
        for (int p = 0; p < k; p++) {
            int at = bAt + p * WIDE;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector b1 = FloatVector.fromArray(LANES, b, at + NARROW);
            FloatVector x = FloatVector.broadcast(LANES, a[a0 + p]);
            c0 = x.fma(b0, c0);
            c1 = x.fma(b1, c1);
            x = FloatVector.broadcast(LANES, a[a1 + p]);
            d0 = x.fma(b0, d0);
            d1 = x.fma(b1, d1);
            x = FloatVector.broadcast(LANES, a[a2 + p]);
            e0 = x.fma(b0, e0);
            e1 = x.fma(b1, e1);
            x = FloatVector.broadcast(LANES, a[a3 + p]);
            f0 = x.fma(b0, f0);
            f1 = x.fma(b1, f1);
            x = FloatVector.broadcast(LANES, a[a4 + p]);
            g0 = x.fma(b0, g0);
            g1 = x.fma(b1, g1);
            x = FloatVector.broadcast(LANES, a[a5 + p]);
            h0 = x.fma(b0, h0);
            h1 = x.fma(b1, h1);
        }
        int to0 = cRows[cRow] + j;
        put(c0, c, to0, accumulate);
        put(c1, c, to0 + NARROW, accumulate);
        int to1 = cRows[cRow + 1] + j;
        put(d0, c, to1, accumulate);
        put(d1, c, to1 + NARROW, accumulate);
        int to2 = cRows[cRow + 2] + j;
        put(e0, c, to2, accumulate);
        put(e1, c, to2 + NARROW, accumulate);
        int to3 = cRows[cRow + 3] + j;
        put(f0, c, to3, accumulate);
        put(f1, c, to3 + NARROW, accumulate);
        int to4 = cRows[cRow + 4] + j;
        put(g0, c, to4, accumulate);
        put(g1, c, to4 + NARROW, accumulate);
        int to5 = cRows[cRow + 5] + j;
        put(h0, c, to5, accumulate);
        put(h1, c, to5 + NARROW, accumulate);
    }

    private static void rows6x1(
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
        int a0 = aRows[row] + left;
        int a1 = aRows[row + 1] + left;
        int a2 = aRows[row + 2] + left;
        int a3 = aRows[row + 3] + left;
        int a4 = aRows[row + 4] + left;
        int a5 = aRows[row + 5] + left;
        FloatVector c0 = FloatVector.zero(LANES);
        FloatVector d0 = FloatVector.zero(LANES);
        FloatVector e0 = FloatVector.zero(LANES);
        FloatVector f0 = FloatVector.zero(LANES);
        FloatVector g0 = FloatVector.zero(LANES);
        FloatVector h0 = FloatVector.zero(LANES);
        for (int p = 0; p < k; p++) {
            int at = bAt + p * NARROW;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector x = FloatVector.broadcast(LANES, a[a0 + p]);
            c0 = x.fma(b0, c0);
            x = FloatVector.broadcast(LANES, a[a1 + p]);
            d0 = x.fma(b0, d0);
            x = FloatVector.broadcast(LANES, a[a2 + p]);
            e0 = x.fma(b0, e0);
            x = FloatVector.broadcast(LANES, a[a3 + p]);
            f0 = x.fma(b0, f0);
            x = FloatVector.broadcast(LANES, a[a4 + p]);
            g0 = x.fma(b0, g0);
            x = FloatVector.broadcast(LANES, a[a5 + p]);
            h0 = x.fma(b0, h0);
        }
        int to0 = cRows[cRow] + j;
        put(c0, c, to0, accumulate);
        int to1 = cRows[cRow + 1] + j;
        put(d0, c, to1, accumulate);
        int to2 = cRows[cRow + 2] + j;
        put(e0, c, to2, accumulate);
        int to3 = cRows[cRow + 3] + j;
        put(f0, c, to3, accumulate);
        int to4 = cRows[cRow + 4] + j;
        put(g0, c, to4, accumulate);
        int to5 = cRows[cRow + 5] + j;
        put(h0, c, to5, accumulate);
    }

    private static void columns5x2(
            int k,
            float[] a,
            int[] aColumns,
            int p0,
            int row,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            int ldc,
            boolean accumulate) {
        FloatVector c0 = FloatVector.zero(LANES);
        FloatVector c1 = FloatVector.zero(LANES);
        FloatVector d0 = FloatVector.zero(LANES);
        FloatVector d1 = FloatVector.zero(LANES);
        FloatVector e0 = FloatVector.zero(LANES);
        FloatVector e1 = FloatVector.zero(LANES);
        FloatVector f0 = FloatVector.zero(LANES);
        FloatVector f1 = FloatVector.zero(LANES);
        FloatVector g0 = FloatVector.zero(LANES);
        FloatVector g1 = FloatVector.zero(LANES);
        for (int p = 0; p < k; p++) {
            int at = bAt + p * WIDE;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector b1 = FloatVector.fromArray(LANES, b, at + NARROW);
            int column = aColumns[p0 + p] + row;
            FloatVector x = FloatVector.broadcast(LANES, a[column]);
            c0 = x.fma(b0, c0);
            c1 = x.fma(b1, c1);
            x = FloatVector.broadcast(LANES, a[column + 1]);
            d0 = x.fma(b0, d0);
            d1 = x.fma(b1, d1);
            x = FloatVector.broadcast(LANES, a[column + 2]);
            e0 = x.fma(b0, e0);
            e1 = x.fma(b1, e1);
            x = FloatVector.broadcast(LANES, a[column + 3]);
            f0 = x.fma(b0, f0);
            f1 = x.fma(b1, f1);
            x = FloatVector.broadcast(LANES, a[column + 4]);
            g0 = x.fma(b0, g0);
            g1 = x.fma(b1, g1);
        }
        put(c0, c, cAt, accumulate);
        put(c1, c, cAt + NARROW, accumulate);
        put(d0, c, cAt + ldc, accumulate);
        put(d1, c, cAt + ldc + NARROW, accumulate);
        put(e0, c, cAt + 2 * ldc, accumulate);
        put(e1, c, cAt + 2 * ldc + NARROW, accumulate);
        put(f0, c, cAt + 3 * ldc, accumulate);
        put(f1, c, cAt + 3 * ldc + NARROW, accumulate);
        put(g0, c, cAt + 4 * ldc, accumulate);
        put(g1, c, cAt + 4 * ldc + NARROW, accumulate);
    }

    private static void columns5x1(
            int k,
            float[] a,
            int[] aColumns,
            int p0,
            int row,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            int ldc,
            boolean accumulate) {
        FloatVector c0 = FloatVector.zero(LANES);
        FloatVector d0 = FloatVector.zero(LANES);
        FloatVector e0 = FloatVector.zero(LANES);
        FloatVector f0 = FloatVector.zero(LANES);
        FloatVector g0 = FloatVector.zero(LANES);
        for (int p = 0; p < k; p++) {
            int at = bAt + p * NARROW;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            int column = aColumns[p0 + p] + row;
            FloatVector x = FloatVector.broadcast(LANES, a[column]);
            c0 = x.fma(b0, c0);
            x = FloatVector.broadcast(LANES, a[column + 1]);
            d0 = x.fma(b0, d0);
            x = FloatVector.broadcast(LANES, a[column + 2]);
            e0 = x.fma(b0, e0);
            x = FloatVector.broadcast(LANES, a[column + 3]);
            f0 = x.fma(b0, f0);
            x = FloatVector.broadcast(LANES, a[column + 4]);
            g0 = x.fma(b0, g0);
        }
        put(c0, c, cAt, accumulate);
        put(d0, c, cAt + ldc, accumulate);
        put(e0, c, cAt + 2 * ldc, accumulate);
        put(f0, c, cAt + 3 * ldc, accumulate);
        put(g0, c, cAt + 4 * ldc, accumulate);
    }
}
