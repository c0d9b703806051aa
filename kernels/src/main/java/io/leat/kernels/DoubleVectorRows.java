// Generated from FloatVectorRows.java by TwinsTest: change that file.
package io.leat.kernels;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Sums of multiples of rows, for products that have few of these sums. */
final class DoubleVectorRows {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int WIDTH = LANES.length();

    private DoubleVectorRows() {}

    /**
     * {@code sums[i * n + j] = Σ a[aOffset + i * aRow + p * aInner] * b[bOffset + p * ldb + j]} for {@code i < m} and
     * {@code j < n}, summed in the order of {@code p < k}.
     */
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
        int p = 0;
        for (; p + 4 <= k; p += 4) {
            int at = aOffset + p * aInner;
            int i = 0;
            for (; i + 2 <= m; i += 2) {
                twoByFour(n, a, at + i * aRow, aRow, aInner, b, bOffset + p * ldb, ldb, sums, i * n);
            }
            if (i < m) {
                oneByFour(n, a, at + i * aRow, aInner, b, bOffset + p * ldb, ldb, sums, i * n);
            }
        }
        for (; p < k; p++) {
            for (int i = 0; i < m; i++) {
                oneByOne(n, a[aOffset + i * aRow + p * aInner], b, bOffset + p * ldb, sums, i * n);
            }
        }
    }

    private static void twoByFour(
            int n, double[] a, int at, int aRow, int aInner, double[] b, int b0, int ldb, double[] sums, int to) {
        DoubleVector x0 = DoubleVector.broadcast(LANES, a[at]);
        DoubleVector x1 = DoubleVector.broadcast(LANES, a[at + aInner]);
        DoubleVector x2 = DoubleVector.broadcast(LANES, a[at + 2 * aInner]);
        DoubleVector x3 = DoubleVector.broadcast(LANES, a[at + 3 * aInner]);
        int second = at + aRow;
        DoubleVector y0 = DoubleVector.broadcast(LANES, a[second]);
        DoubleVector y1 = DoubleVector.broadcast(LANES, a[second + aInner]);
        DoubleVector y2 = DoubleVector.broadcast(LANES, a[second + 2 * aInner]);
        DoubleVector y3 = DoubleVector.broadcast(LANES, a[second + 3 * aInner]);
        int b1 = b0 + ldb;
        int b2 = b1 + ldb;
        int b3 = b2 + ldb;
        int j = 0;
        for (; j + WIDTH <= n; j += WIDTH) {
            DoubleVector v = DoubleVector.fromArray(LANES, b, b0 + j);
            DoubleVector s = v.fma(x0, DoubleVector.fromArray(LANES, sums, to + j));
            DoubleVector t = v.fma(y0, DoubleVector.fromArray(LANES, sums, to + n + j));
            v = DoubleVector.fromArray(LANES, b, b1 + j);
            s = v.fma(x1, s);
            t = v.fma(y1, t);
            v = DoubleVector.fromArray(LANES, b, b2 + j);
            s = v.fma(x2, s);
            t = v.fma(y2, t);
            v = DoubleVector.fromArray(LANES, b, b3 + j);
            v.fma(x3, s).intoArray(sums, to + j);
            v.fma(y3, t).intoArray(sums, to + n + j);
        }
        if (j < n) {
            oneByFour(n, j, a, at, aInner, b, b0, ldb, sums, to);
            oneByFour(n, j, a, second, aInner, b, b0, ldb, sums, to + n);
        }
    }

    private static void oneByFour(
            int n, double[] a, int at, int aInner, double[] b, int b0, int ldb, double[] sums, int to) {
        DoubleVector x0 = DoubleVector.broadcast(LANES, a[at]);
        DoubleVector x1 = DoubleVector.broadcast(LANES, a[at + aInner]);
        DoubleVector x2 = DoubleVector.broadcast(LANES, a[at + 2 * aInner]);
        DoubleVector x3 = DoubleVector.broadcast(LANES, a[at + 3 * aInner]);
        int b1 = b0 + ldb;
        int b2 = b1 + ldb;
        int b3 = b2 + ldb;
        int j = 0;
        for (; j + WIDTH <= n; j += WIDTH) {
            DoubleVector s = DoubleVector.fromArray(LANES, sums, to + j);
            s = DoubleVector.fromArray(LANES, b, b0 + j).fma(x0, s);
            s = DoubleVector.fromArray(LANES, b, b1 + j).fma(x1, s);
            s = DoubleVector.fromArray(LANES, b, b2 + j).fma(x2, s);
            DoubleVector.fromArray(LANES, b, b3 + j).fma(x3, s).intoArray(sums, to + j);
        }
        if (j < n) {
            oneByFour(n, j, a, at, aInner, b, b0, ldb, sums, to);
        }
    }

    /**
     * The columns from {@code j} on, fewer than a vector has. A method of its own: with the masks in them the others are
     * too large for the first of the JVM's compilers, and then never come to the second.
     */
    private static void oneByFour(
            int n, int j, double[] a, int at, int aInner, double[] b, int b0, int ldb, double[] sums, int to) {
        VectorMask<Double> rest = LANES.indexInRange(j, n);
        DoubleVector s = DoubleVector.fromArray(LANES, sums, to + j, rest);
        for (int p = 0; p < 4; p++) {
            DoubleVector v = DoubleVector.fromArray(LANES, b, b0 + p * ldb + j, rest);
            s = v.fma(DoubleVector.broadcast(LANES, a[at + p * aInner]), s);
        }
        s.intoArray(sums, to + j, rest);
    }

    private static void oneByOne(int n, double x, double[] b, int at, double[] sums, int to) {
        DoubleVector v = DoubleVector.broadcast(LANES, x);
        int j = 0;
        for (; j + WIDTH <= n; j += WIDTH) {
            DoubleVector s = DoubleVector.fromArray(LANES, sums, to + j);
            DoubleVector.fromArray(LANES, b, at + j).fma(v, s).intoArray(sums, to + j);
        }
        if (j < n) {
            VectorMask<Double> rest = LANES.indexInRange(j, n);
            DoubleVector s = DoubleVector.fromArray(LANES, sums, to + j, rest);
            DoubleVector.fromArray(LANES, b, at + j, rest).fma(v, s).intoArray(sums, to + j, rest);
        }
    }
}
