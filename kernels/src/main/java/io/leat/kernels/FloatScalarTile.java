package io.leat.kernels;

import java.util.Arrays;

/**
 * Products in a form that the compiler vectorises by itself: each row of the right operand is copied to an array of its
 * own, so that all arrays of the inner loop have the same index. The sums have the order of {@link FloatVectorTile},
 * hence the same bits.
 */
final class FloatScalarTile {
    private static final int COLUMNS = 256;

    private FloatScalarTile() {}

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
        for (int j = from; j < to; j += COLUMNS) {
            int columns = Math.min(COLUMNS, to - j);
            for (int s = 0; s < right.chunks.count(); s++) {
                float[][] b = rightRows(right, s, j, columns, work);
                int k = right.chunks.length(s);
                int left = right.chunks.left(s);
                boolean add = accumulate || s > 0;
                for (int i = 0; i < m; i += 2) {
                    int second = Math.min(i + 1, m - 1);
                    multiply(k, a, aRows[i] + left, a, aRows[second] + left, b, columns);
                    put(b[FloatRight.CHUNK], columns, add, c, cRows[i] + j);
                    if (second > i) {
                        put(b[FloatRight.CHUNK + 1], columns, add, c, cRows[second] + j);
                    }
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
        float[] two = work.floats(Scratch.TILE, 2 * FloatRight.CHUNK);
        for (int j = from; j < to; j += COLUMNS) {
            int columns = Math.min(COLUMNS, to - j);
            for (int s = 0; s < right.chunks.count(); s++) {
                float[][] b = rightRows(right, s, j, columns, work);
                int k = right.chunks.length(s);
                int p0 = right.chunks.right(s);
                boolean add = accumulate || s > 0;
                for (int i = 0; i < m; i += 2) {
                    int second = Math.min(i + 1, m - 1);
                    for (int p = 0; p < k; p++) {
                        two[p] = a[aColumns[p0 + p] + aRow + i];
                        two[FloatRight.CHUNK + p] = a[aColumns[p0 + p] + aRow + second];
                    }
                    multiply(k, two, 0, two, FloatRight.CHUNK, b, columns);
                    put(b[FloatRight.CHUNK], columns, add, c, cRow + i * ldc + j);
                    if (second > i) {
                        put(b[FloatRight.CHUNK + 1], columns, add, c, cRow + second * ldc + j);
                    }
                }
            }
        }
    }

    /** The rows of one chunk of the right operand, and after {@link FloatRight#CHUNK} of them two rows for sums. */
    private static float[][] rightRows(FloatRight right, int chunk, int j, int columns, Scratch work) {
        float[][] rows = work.floatRows(Scratch.RIGHT, FloatRight.CHUNK + 2, COLUMNS);
        int begin = right.chunks.right(chunk);
        int end = begin + right.chunks.length(chunk);
        if (right.isPacked()) {
            for (int i = 0; i < columns; i += FloatRight.WIDE) {
                int width = right.width(j + i);
                for (int p = begin; p < end; p++) {
                    System.arraycopy(right.packed, right.panel(j + i, p), rows[p - begin], i, width);
                }
            }
            return rows;
        }
        int first = 0;
        for (int r = 0; r < right.runs.count() && first < end; r++) {
            int last = first + right.runs.length(r);
            for (int p = Math.max(begin, first); p < Math.min(end, last); p++) {
                int at = right.runs.right(r) + (p - first) * right.rowStep + j * right.columnStep;
                copyRow(right.source, at, right.columnStep, columns, rows[p - begin]);
            }
            first = last;
        }
        return rows;
    }

    private static void copyRow(float[] x, int offset, int step, int columns, float[] out) {
        if (step == 1) {
            System.arraycopy(x, offset, out, 0, columns);
        } else {
            for (int j = 0; j < columns; j++) {
                out[j] = x[offset + j * step];
            }
        }
    }

    private static void put(float[] sums, int n, boolean accumulate, float[] c, int at) {
        if (accumulate) {
            for (int j = 0; j < n; j++) {
                c[at + j] += sums[j];
            }
        } else {
            System.arraycopy(sums, 0, c, at, n);
        }
    }

    private static void multiply(int k, float[] a0, int at0, float[] a1, int at1, float[][] b, int n) {
        float[] c0 = b[FloatRight.CHUNK];
        float[] c1 = b[FloatRight.CHUNK + 1];
        Arrays.fill(c0, 0, n, 0f);
        Arrays.fill(c1, 0, n, 0f);
        int p = 0;
        for (; p + 4 <= k; p += 4) {
            addFour(n, a0, at0 + p, a1, at1 + p, b[p], b[p + 1], b[p + 2], b[p + 3], c0, c1);
        }
        for (; p < k; p++) {
            addOne(n, a0[at0 + p], a1[at1 + p], b[p], c0, c1);
        }
    }

    private static void addFour(
            int n,
            float[] a0,
            int at0,
            float[] a1,
            int at1,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float[] c0,
            float[] c1) {
        float x0 = a0[at0];
        float x1 = a0[at0 + 1];
        float x2 = a0[at0 + 2];
        float x3 = a0[at0 + 3];
        float y0 = a1[at1];
        float y1 = a1[at1 + 1];
        float y2 = a1[at1 + 2];
        float y3 = a1[at1 + 3];
        for (int j = 0; j < n; j++) {
            float p = b0[j];
            float q = b1[j];
            float r = b2[j];
            float s = b3[j];
            c0[j] = Math.fma(x3, s, Math.fma(x2, r, Math.fma(x1, q, Math.fma(x0, p, c0[j]))));
            c1[j] = Math.fma(y3, s, Math.fma(y2, r, Math.fma(y1, q, Math.fma(y0, p, c1[j]))));
        }
    }

    private static void addOne(int n, float x, float y, float[] b, float[] c0, float[] c1) {
        for (int j = 0; j < n; j++) {
            float p = b[j];
            c0[j] = Math.fma(x, p, c0[j]);
            c1[j] = Math.fma(y, p, c1[j]);
        }
    }
}
