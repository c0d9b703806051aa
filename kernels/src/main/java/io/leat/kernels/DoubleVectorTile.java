// Generated from FloatVectorTile.java by TwinsTest: change that file.
package io.leat.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of a product with a packed right operand. A block of six rows by two vectors stays in registers; its
 * twelve sums and the thirteen other values of a step just fit sixteen vector registers, since the six rows are six
 * pointers and no two loads of the left operand can be merged. Where the left operand is read by columns, they could
 * be, and five rows are what the compiler keeps in registers.
 */
final class DoubleVectorTile {
    private static final int ROWS = DoubleRight.BLOCK_ROWS;
    private static final int COLUMN_ROWS = DoubleRight.BLOCK_COLUMN_ROWS;
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int NARROW = DoubleRight.NARROW;
    private static final int WIDE = DoubleRight.WIDE;

    /** The rows of a block that is written to an array of its own. */
    private static final int[] BLOCK_ROWS = {0, WIDE, 2 * WIDE, 3 * WIDE, 4 * WIDE, 5 * WIDE};

    private DoubleVectorTile() {}

    /** See {@link DoubleRight#timesRows}. */
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
            Scratch work) {
        double[] block = work.doubles(Scratch.TILE, ROWS * WIDE);
        Runs chunks = right.chunks;
        for (int j = from; j < to; j += DoubleRight.COLUMNS) {
            int end = Math.min(to, j + DoubleRight.COLUMNS);
            for (int s = 0; s < chunks.count(); s++) {
                boolean add = accumulate || s > 0;
                for (int i = 0; i < m; i += ROWS) {
                    rowsBlock(a, aRows, i, m, right, s, j, end, add, c, cRows, block);
                }
            }
        }
    }

    private static void rowsBlock(
            double[] a,
            int[] aRows,
            int i,
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
        double[] b = right.packed;
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

    /** See {@link DoubleRight#timesColumns}. */
    static void columns(
            double[] a,
            int[] aColumns,
            int aRow,
            int m,
            DoubleRight right,
            int from,
            int to,
            boolean accumulate,
            double[] c,
            int cRow,
            int ldc,
            Scratch work) {
        double[] block = work.doubles(Scratch.TILE, ROWS * WIDE);
        Runs chunks = right.chunks;
        for (int j = from; j < to; j += DoubleRight.COLUMNS) {
            int end = Math.min(to, j + DoubleRight.COLUMNS);
            for (int s = 0; s < chunks.count(); s++) {
                boolean add = accumulate || s > 0;
                for (int i = 0; i < m; i += COLUMN_ROWS) {
                    columnsBlock(a, aColumns, aRow, i, m, right, s, j, end, add, c, cRow, ldc, block);
                }
            }
        }
    }

    private static void columnsBlock(
            double[] a,
            int[] aColumns,
            int aRow,
            int i,
            int m,
            DoubleRight right,
            int chunk,
            int from,
            int to,
            boolean accumulate,
            double[] c,
            int cRow,
            int ldc,
            double[] block) {
        int k = right.chunks.length(chunk);
        int p = right.chunks.right(chunk);
        double[] b = right.packed;
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

    private static void copy(double[] block, int from, int columns, boolean accumulate, double[] c, int to) {
        if (accumulate) {
            for (int j = 0; j < columns; j++) {
                c[to + j] += block[from + j];
            }
        } else {
            System.arraycopy(block, from, c, to, columns);
        }
    }

    private static void put(DoubleVector sum, double[] c, int at, boolean accumulate) {
        if (accumulate) {
            sum = DoubleVector.fromArray(LANES, c, at).add(sum);
        }
        sum.intoArray(c, at);
    }

    private static void rows6x2(
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
        int a0 = aRows[row] + left;
        int a1 = aRows[row + 1] + left;
        int a2 = aRows[row + 2] + left;
        int a3 = aRows[row + 3] + left;
        int a4 = aRows[row + 4] + left;
        int a5 = aRows[row + 5] + left;
        DoubleVector c0 = DoubleVector.zero(LANES);
        DoubleVector c1 = DoubleVector.zero(LANES);
        DoubleVector d0 = DoubleVector.zero(LANES);
        DoubleVector d1 = DoubleVector.zero(LANES);
        DoubleVector e0 = DoubleVector.zero(LANES);
        DoubleVector e1 = DoubleVector.zero(LANES);
        DoubleVector f0 = DoubleVector.zero(LANES);
        DoubleVector f1 = DoubleVector.zero(LANES);
        DoubleVector g0 = DoubleVector.zero(LANES);
        DoubleVector g1 = DoubleVector.zero(LANES);
        DoubleVector h0 = DoubleVector.zero(LANES);
        DoubleVector h1 = DoubleVector.zero(LANES);
        for (int p = 0; p < k; p++) {
            int at = bAt + p * WIDE;
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, at);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, at + NARROW);
            DoubleVector x = DoubleVector.broadcast(LANES, a[a0 + p]);
            c0 = x.fma(b0, c0);
            c1 = x.fma(b1, c1);
            x = DoubleVector.broadcast(LANES, a[a1 + p]);
            d0 = x.fma(b0, d0);
            d1 = x.fma(b1, d1);
            x = DoubleVector.broadcast(LANES, a[a2 + p]);
            e0 = x.fma(b0, e0);
            e1 = x.fma(b1, e1);
            x = DoubleVector.broadcast(LANES, a[a3 + p]);
            f0 = x.fma(b0, f0);
            f1 = x.fma(b1, f1);
            x = DoubleVector.broadcast(LANES, a[a4 + p]);
            g0 = x.fma(b0, g0);
            g1 = x.fma(b1, g1);
            x = DoubleVector.broadcast(LANES, a[a5 + p]);
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
        int a0 = aRows[row] + left;
        int a1 = aRows[row + 1] + left;
        int a2 = aRows[row + 2] + left;
        int a3 = aRows[row + 3] + left;
        int a4 = aRows[row + 4] + left;
        int a5 = aRows[row + 5] + left;
        DoubleVector c0 = DoubleVector.zero(LANES);
        DoubleVector d0 = DoubleVector.zero(LANES);
        DoubleVector e0 = DoubleVector.zero(LANES);
        DoubleVector f0 = DoubleVector.zero(LANES);
        DoubleVector g0 = DoubleVector.zero(LANES);
        DoubleVector h0 = DoubleVector.zero(LANES);
        for (int p = 0; p < k; p++) {
            int at = bAt + p * NARROW;
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, at);
            DoubleVector x = DoubleVector.broadcast(LANES, a[a0 + p]);
            c0 = x.fma(b0, c0);
            x = DoubleVector.broadcast(LANES, a[a1 + p]);
            d0 = x.fma(b0, d0);
            x = DoubleVector.broadcast(LANES, a[a2 + p]);
            e0 = x.fma(b0, e0);
            x = DoubleVector.broadcast(LANES, a[a3 + p]);
            f0 = x.fma(b0, f0);
            x = DoubleVector.broadcast(LANES, a[a4 + p]);
            g0 = x.fma(b0, g0);
            x = DoubleVector.broadcast(LANES, a[a5 + p]);
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
            double[] a,
            int[] aColumns,
            int p0,
            int row,
            double[] b,
            int bAt,
            double[] c,
            int cAt,
            int ldc,
            boolean accumulate) {
        DoubleVector c0 = DoubleVector.zero(LANES);
        DoubleVector c1 = DoubleVector.zero(LANES);
        DoubleVector d0 = DoubleVector.zero(LANES);
        DoubleVector d1 = DoubleVector.zero(LANES);
        DoubleVector e0 = DoubleVector.zero(LANES);
        DoubleVector e1 = DoubleVector.zero(LANES);
        DoubleVector f0 = DoubleVector.zero(LANES);
        DoubleVector f1 = DoubleVector.zero(LANES);
        DoubleVector g0 = DoubleVector.zero(LANES);
        DoubleVector g1 = DoubleVector.zero(LANES);
        for (int p = 0; p < k; p++) {
            int at = bAt + p * WIDE;
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, at);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, at + NARROW);
            int column = aColumns[p0 + p] + row;
            DoubleVector x = DoubleVector.broadcast(LANES, a[column]);
            c0 = x.fma(b0, c0);
            c1 = x.fma(b1, c1);
            x = DoubleVector.broadcast(LANES, a[column + 1]);
            d0 = x.fma(b0, d0);
            d1 = x.fma(b1, d1);
            x = DoubleVector.broadcast(LANES, a[column + 2]);
            e0 = x.fma(b0, e0);
            e1 = x.fma(b1, e1);
            x = DoubleVector.broadcast(LANES, a[column + 3]);
            f0 = x.fma(b0, f0);
            f1 = x.fma(b1, f1);
            x = DoubleVector.broadcast(LANES, a[column + 4]);
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
            double[] a,
            int[] aColumns,
            int p0,
            int row,
            double[] b,
            int bAt,
            double[] c,
            int cAt,
            int ldc,
            boolean accumulate) {
        DoubleVector c0 = DoubleVector.zero(LANES);
        DoubleVector d0 = DoubleVector.zero(LANES);
        DoubleVector e0 = DoubleVector.zero(LANES);
        DoubleVector f0 = DoubleVector.zero(LANES);
        DoubleVector g0 = DoubleVector.zero(LANES);
        for (int p = 0; p < k; p++) {
            int at = bAt + p * NARROW;
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, at);
            int column = aColumns[p0 + p] + row;
            DoubleVector x = DoubleVector.broadcast(LANES, a[column]);
            c0 = x.fma(b0, c0);
            x = DoubleVector.broadcast(LANES, a[column + 1]);
            d0 = x.fma(b0, d0);
            x = DoubleVector.broadcast(LANES, a[column + 2]);
            e0 = x.fma(b0, e0);
            x = DoubleVector.broadcast(LANES, a[column + 3]);
            f0 = x.fma(b0, f0);
            x = DoubleVector.broadcast(LANES, a[column + 4]);
            g0 = x.fma(b0, g0);
        }
        put(c0, c, cAt, accumulate);
        put(d0, c, cAt + ldc, accumulate);
        put(e0, c, cAt + 2 * ldc, accumulate);
        put(f0, c, cAt + 3 * ldc, accumulate);
        put(g0, c, cAt + 4 * ldc, accumulate);
    }
}
