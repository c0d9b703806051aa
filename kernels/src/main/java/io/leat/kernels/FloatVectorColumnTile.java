package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of a product with a packed right operand, the left operand being read by columns: what would be its
 * row is anywhere in an array, and the elements of a column follow one another. A block of five rows by two vectors
 * stays in registers; the compiler loads all five elements of a column at once.
 */
final class FloatVectorColumnTile {
    private static final int ROWS = FloatRight.BLOCK_COLUMN_ROWS;
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int NARROW = FloatRight.NARROW;
    private static final int WIDE = FloatRight.WIDE;

    private FloatVectorColumnTile() {}

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
                for (int i = 0; i < m; i += ROWS) {
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
        int back = Math.min(i, Math.max(0, i + ROWS - m));
        int row = aRow + i - back;
        for (int j = from; j < to; j += WIDE) {
            int at = right.panel(j, p);
            int columns = Math.min(WIDE, to - j);
            boolean narrow = right.width(j) == NARROW;
            int cAt = cRow + i * ldc + j;
            if (i + ROWS <= m && columns == WIDE) {
                columns5x2(k, a, aColumns, p, row, b, at, c, cAt, ldc, accumulate);
            } else if (i + ROWS <= m && narrow && columns == NARROW) {
                columns5x1(k, a, aColumns, p, row, b, at, c, cAt, ldc, accumulate);
            } else {
                if (narrow) {
                    columns5x1(k, a, aColumns, p, row, b, at, block, 0, WIDE, false);
                } else {
                    columns5x2(k, a, aColumns, p, row, b, at, block, 0, WIDE, false);
                }
                int count = Math.min(ROWS, m - i);
                for (int r = 0; r < count; r++) {
                    FloatVectorTile.copy(block, (r + back) * WIDE, columns, accumulate, c, cAt + r * ldc);
                }
            }
        }
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
        if (accumulate) {
            c0 = c0.add(FloatVector.fromArray(LANES, c, cAt));
            c1 = c1.add(FloatVector.fromArray(LANES, c, cAt + NARROW));
            d0 = d0.add(FloatVector.fromArray(LANES, c, cAt + ldc));
            d1 = d1.add(FloatVector.fromArray(LANES, c, cAt + ldc + NARROW));
            e0 = e0.add(FloatVector.fromArray(LANES, c, cAt + 2 * ldc));
            e1 = e1.add(FloatVector.fromArray(LANES, c, cAt + 2 * ldc + NARROW));
            f0 = f0.add(FloatVector.fromArray(LANES, c, cAt + 3 * ldc));
            f1 = f1.add(FloatVector.fromArray(LANES, c, cAt + 3 * ldc + NARROW));
            g0 = g0.add(FloatVector.fromArray(LANES, c, cAt + 4 * ldc));
            g1 = g1.add(FloatVector.fromArray(LANES, c, cAt + 4 * ldc + NARROW));
        }
        c0.intoArray(c, cAt);
        c1.intoArray(c, cAt + NARROW);
        d0.intoArray(c, cAt + ldc);
        d1.intoArray(c, cAt + ldc + NARROW);
        e0.intoArray(c, cAt + 2 * ldc);
        e1.intoArray(c, cAt + 2 * ldc + NARROW);
        f0.intoArray(c, cAt + 3 * ldc);
        f1.intoArray(c, cAt + 3 * ldc + NARROW);
        g0.intoArray(c, cAt + 4 * ldc);
        g1.intoArray(c, cAt + 4 * ldc + NARROW);
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
        if (accumulate) {
            c0 = c0.add(FloatVector.fromArray(LANES, c, cAt));
            d0 = d0.add(FloatVector.fromArray(LANES, c, cAt + ldc));
            e0 = e0.add(FloatVector.fromArray(LANES, c, cAt + 2 * ldc));
            f0 = f0.add(FloatVector.fromArray(LANES, c, cAt + 3 * ldc));
            g0 = g0.add(FloatVector.fromArray(LANES, c, cAt + 4 * ldc));
        }
        c0.intoArray(c, cAt);
        d0.intoArray(c, cAt + ldc);
        e0.intoArray(c, cAt + 2 * ldc);
        f0.intoArray(c, cAt + 3 * ldc);
        g0.intoArray(c, cAt + 4 * ldc);
    }
}
