// Generated from FloatScalarRows.java by TwinsTest: change that file.
package io.leat.kernels;

import java.util.Arrays;

/** The scalar form of {@link DoubleVectorRows}, which gives the same bits. */
final class DoubleScalarRows {
    private DoubleScalarRows() {}

    /** See {@link DoubleVectorRows#sum}. */
    static void sum(
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
            double[] sums) {
        Arrays.fill(sums, 0, m * n, 0d);
        for (int i = 0; i < m; i++) {
            int at = aOffset + i * aRow;
            int p = 0;
            for (; p + 4 <= k; p += 4) {
                addFour(n, a, at + p * aInner, aInner, b, bOffset + p * ldb, ldb, sums, i * n);
            }
            for (; p < k; p++) {
                double x = a[at + p * aInner];
                int row = bOffset + p * ldb;
                for (int j = 0; j < n; j++) {
                    sums[i * n + j] = Math.fma(x, b[row + j], sums[i * n + j]);
                }
            }
        }
    }

    private static void addFour(
            int n, double[] a, int at, int aInner, double[] b, int b0, int ldb, double[] sums, int to) {
        double x0 = a[at];
        double x1 = a[at + aInner];
        double x2 = a[at + 2 * aInner];
        double x3 = a[at + 3 * aInner];
        int b1 = b0 + ldb;
        int b2 = b1 + ldb;
        int b3 = b2 + ldb;
        for (int j = 0; j < n; j++) {
            double sum = Math.fma(x0, b[b0 + j], sums[to + j]);
            sum = Math.fma(x2, b[b2 + j], Math.fma(x1, b[b1 + j], sum));
            sums[to + j] = Math.fma(x3, b[b3 + j], sum);
        }
    }
}
