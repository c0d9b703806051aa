// Generated from FloatSkinny.java by TwinsTest: change that file.
package io.leat.kernels;

/**
 * Products with so few rows, columns or inner elements that packing the right operand would cost more than it saves.
 * Which form serves depends on the sizes alone, never on the number of threads.
 */
final class DoubleSkinny {
    /** Multiply-adds below which a product is not shared between threads. */
    static final long SERIAL_WORK = 1 << 18;

    /** Rows of sums that are kept in the first level cache while rows of the right operand pass by. */
    private static final int FEW_SUMS = 8;

    private static final int FEW_ROWS = 16;
    private static final int FEW_COLUMNS = 4;
    private static final int FEW_INNER = 4;
    private static final int LONG_INNER = 32;
    private static final int SUMS = 4096;
    private static final int DOTS = 64;

    private DoubleSkinny() {}

    /** Computes the product as {@link Gemm#dgemm} does and returns true, if it is a skinny one. */
    static boolean serves(
            boolean transA,
            boolean transB,
            int m,
            int n,
            int k,
            double[] a,
            int aOffset,
            int lda,
            double[] b,
            int bOffset,
            int ldb,
            boolean accumulate,
            double[] c,
            int cOffset,
            int ldc,
            Parallel parallel) {
        Parallel p = (long) m * n * k < SERIAL_WORK ? Parallel.SERIAL : parallel;
        if (transB && m <= (VectorSupport.AVAILABLE ? FEW_ROWS : FEW_COLUMNS) && k >= LONG_INNER) {
            try (Scratch work = Scratch.take()) {
                double[] few = transA ? transposed(k, m, a, aOffset, lda, work) : a;
                int fewOffset = transA ? 0 : aOffset;
                int fewStep = transA ? k : lda;
                dots(m, few, fewOffset, fewStep, n, b, bOffset, ldb, k, accumulate, c, cOffset, ldc, 1, p);
            }
            return true;
        }
        if (!transA && n <= FEW_COLUMNS && k >= LONG_INNER) {
            try (Scratch work = Scratch.take()) {
                boolean inPlace = transB || n == 1 && ldb == 1;
                double[] few = inPlace ? b : transposed(k, n, b, bOffset, ldb, work);
                int fewOffset = inPlace ? bOffset : 0;
                int fewStep = inPlace ? ldb : k;
                dots(n, few, fewOffset, fewStep, m, a, aOffset, lda, k, accumulate, c, cOffset, 1, ldc, p);
            }
            return true;
        }
        if (VectorSupport.AVAILABLE && !transB && (m <= FEW_SUMS || k <= FEW_INNER)) {
            int aRow = transA ? 1 : lda;
            int aInner = transA ? lda : 1;
            addRows(m, n, k, a, aOffset, aRow, aInner, b, bOffset, ldb, accumulate, c, cOffset, ldc, 1, p);
            return true;
        }
        if (VectorSupport.AVAILABLE && transA && n <= FEW_COLUMNS) {
            int bRow = transB ? 1 : ldb;
            int bColumn = transB ? ldb : 1;
            addRows(n, m, k, b, bOffset, bColumn, bRow, a, aOffset, lda, accumulate, c, cOffset, 1, ldc, p);
            return true;
        }
        if (!VectorSupport.AVAILABLE && transA && n <= FEW_ROWS && m > FEW_ROWS) {
            try (Scratch work = Scratch.take()) {
                double[] sums = work.doubles(Scratch.LEFT, m * n);
                DoubleGemm.gemm(!transB, false, n, m, k, b, bOffset, ldb, a, aOffset, lda, false, sums, 0, m, parallel);
                for (int j = 0; j < n; j++) {
                    for (int i = 0; i < m; i++) {
                        int to = cOffset + i * ldc + j;
                        c[to] = accumulate ? c[to] + sums[j * m + i] : sums[j * m + i];
                    }
                }
            }
            return true;
        }
        return false;
    }

    /** The {@code rows} by {@code columns} matrix x, transposed. */
    static double[] transposed(int rows, int columns, double[] x, int offset, int ldx, Scratch work) {
        double[] out = work.doubles(Scratch.LEFT, rows * columns);
        DoubleGemm.turn(rows, columns, x, offset, ldx, out, 0, rows);
        return out;
    }

    /** {@code c[cOffset + i * cFew + j * cMany] (+)= x_i · y_j}, vectors of k consecutive elements. */
    private static void dots(
            int few,
            double[] x,
            int xOffset,
            int xStep,
            int many,
            double[] y,
            int yOffset,
            int yStep,
            int k,
            boolean accumulate,
            double[] c,
            int cOffset,
            int cFew,
            int cMany,
            Parallel parallel) {
        parallel.run((many + DOTS - 1) / DOTS, part -> {
            double[] sums = new double[8];
            int end = Math.min(many, (part + 1) * DOTS);
            for (int j = part * DOTS; j < end; j += 4) {
                int columns = Math.min(4, end - j);
                for (int i = 0; i < few; i += 2) {
                    int rows = Math.min(2, few - i);
                    dotBlock(k, x, xOffset + i * xStep, rows, xStep, y, yOffset + j * yStep, columns, yStep, sums);
                    for (int q = 0; q < 4 * rows; q++) {
                        if (q % 4 < columns) {
                            int to = cOffset + (i + q / 4) * cFew + (j + q % 4) * cMany;
                            c[to] = accumulate ? c[to] + sums[q] : sums[q];
                        }
                    }
                }
            }
        });
    }

    /** One or two vectors times one to four; the sums lie at {@code 4 * row + column}. */
    private static void dotBlock(
            int k, double[] x, int x0, int rows, int xStep, double[] y, int y0, int columns, int yStep, double[] sums) {
        int y1 = y0 + Math.min(1, columns - 1) * yStep;
        int y2 = y0 + Math.min(2, columns - 1) * yStep;
        int y3 = y0 + Math.min(3, columns - 1) * yStep;
        if (DoubleForms.DOTS.ready((long) k * rows * columns)) {
            if (rows == 2) {
                DoubleVectorDots.twoByFour(k, x, x0, x0 + xStep, y, y0, y1, y2, y3, sums);
            } else {
                DoubleVectorDots.oneByFour(k, x, x0, y, y0, y1, y2, y3, sums);
            }
        } else {
            for (int r = 0; r < rows; r++) {
                int xr = x0 + r * xStep;
                DoubleScalarDots.two(k, x, xr, y, y0, y1, sums, 4 * r);
                DoubleScalarDots.two(k, x, xr, y, y2, y3, sums, 4 * r + 2);
            }
        }
    }

    /** {@code c[cOffset + i * cRow + j * cColumn] (+)= Σ a[aOffset + i * aRow + p * aInner] * b[bOffset + p * ldb + j]}. */
    private static void addRows(
            int m,
            int n,
            int k,
            double[] a,
            int aOffset,
            int aRow,
            int aInner,
            double[] b,
            int bOffset,
            int ldb,
            boolean accumulate,
            double[] c,
            int cOffset,
            int cRow,
            int cColumn,
            Parallel parallel) {
        int rowGroup = Math.min(m, FEW_SUMS);
        int share = (n + 4 * parallel.threads() - 1) / (4 * parallel.threads());
        int columnGroup = Math.min(SUMS / rowGroup, Math.max(128, (share + 63) / 64 * 64));
        int rowGroups = (m + rowGroup - 1) / rowGroup;
        int columnGroups = (n + columnGroup - 1) / columnGroup;
        parallel.run(rowGroups * columnGroups, part -> {
            int i = part / columnGroups * rowGroup;
            int j = part % columnGroups * columnGroup;
            int rows = Math.min(rowGroup, m - i);
            int columns = Math.min(columnGroup, n - j);
            try (Scratch work = Scratch.take()) {
                double[] sums = work.doubles(Scratch.SUMS, SUMS);
                for (int p = 0; p < k; p += DoubleRight.CHUNK) {
                    int inner = Math.min(DoubleRight.CHUNK, k - p);
                    int aAt = aOffset + i * aRow + p * aInner;
                    int bAt = bOffset + p * ldb + j;
                    if (DoubleForms.SUMS.ready((long) rows * columns * inner)) {
                        DoubleVectorRows.sum(rows, columns, inner, a, aAt, aRow, aInner, b, bAt, ldb, sums);
                    } else {
                        DoubleScalarRows.sum(rows, columns, inner, a, aAt, aRow, aInner, b, bAt, ldb, sums);
                    }
                    int to = cOffset + i * cRow + j * cColumn;
                    put(rows, columns, sums, accumulate || p > 0, c, to, cRow, cColumn);
                }
            }
        });
    }

    private static void put(
            int rows, int columns, double[] sums, boolean accumulate, double[] c, int offset, int cRow, int cColumn) {
        for (int i = 0; i < rows; i++) {
            int to = offset + i * cRow;
            if (accumulate) {
                for (int j = 0; j < columns; j++) {
                    c[to + j * cColumn] += sums[i * columns + j];
                }
            } else if (cColumn == 1) {
                System.arraycopy(sums, i * columns, c, to, columns);
            } else {
                for (int j = 0; j < columns; j++) {
                    c[to + j * cColumn] = sums[i * columns + j];
                }
            }
        }
    }
}
