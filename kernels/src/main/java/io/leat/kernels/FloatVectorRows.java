package io.leat.kernels;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Sums of multiples of rows, for products that have few of these sums. */
final class FloatVectorRows {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int WIDTH = LANES.length();

    private FloatVectorRows() {}

    /**
     * {@code sums[i * n + j] = Σ a[aOffset + i * aRow + p * aInner] * b[bOffset + p * ldb + j]} for {@code i < m} and
     * {@code j < n}, summed in the order of {@code p < k}.
     */
    static void sum(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aRow,
            int aInner,
            float[] b,
            int bOffset,
            int ldb,
            float[] sums) {
        Arrays.fill(sums, 0, m * n, 0f);
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
            int n, float[] a, int at, int aRow, int aInner, float[] b, int b0, int ldb, float[] sums, int to) {
        FloatVector x0 = FloatVector.broadcast(LANES, a[at]);
        FloatVector x1 = FloatVector.broadcast(LANES, a[at + aInner]);
        FloatVector x2 = FloatVector.broadcast(LANES, a[at + 2 * aInner]);
        FloatVector x3 = FloatVector.broadcast(LANES, a[at + 3 * aInner]);
        int second = at + aRow;
        FloatVector y0 = FloatVector.broadcast(LANES, a[second]);
        FloatVector y1 = FloatVector.broadcast(LANES, a[second + aInner]);
        FloatVector y2 = FloatVector.broadcast(LANES, a[second + 2 * aInner]);
        FloatVector y3 = FloatVector.broadcast(LANES, a[second + 3 * aInner]);
        int b1 = b0 + ldb;
        int b2 = b1 + ldb;
        int b3 = b2 + ldb;
        int j = 0;
        for (; j + WIDTH <= n; j += WIDTH) {
            FloatVector v = FloatVector.fromArray(LANES, b, b0 + j);
            FloatVector s = v.fma(x0, FloatVector.fromArray(LANES, sums, to + j));
            FloatVector t = v.fma(y0, FloatVector.fromArray(LANES, sums, to + n + j));
            v = FloatVector.fromArray(LANES, b, b1 + j);
            s = v.fma(x1, s);
            t = v.fma(y1, t);
            v = FloatVector.fromArray(LANES, b, b2 + j);
            s = v.fma(x2, s);
            t = v.fma(y2, t);
            v = FloatVector.fromArray(LANES, b, b3 + j);
            v.fma(x3, s).intoArray(sums, to + j);
            v.fma(y3, t).intoArray(sums, to + n + j);
        }
        if (j < n) {
            oneByFour(n, j, a, at, aInner, b, b0, ldb, sums, to);
            oneByFour(n, j, a, second, aInner, b, b0, ldb, sums, to + n);
        }
    }

    private static void oneByFour(
            int n, float[] a, int at, int aInner, float[] b, int b0, int ldb, float[] sums, int to) {
        FloatVector x0 = FloatVector.broadcast(LANES, a[at]);
        FloatVector x1 = FloatVector.broadcast(LANES, a[at + aInner]);
        FloatVector x2 = FloatVector.broadcast(LANES, a[at + 2 * aInner]);
        FloatVector x3 = FloatVector.broadcast(LANES, a[at + 3 * aInner]);
        int b1 = b0 + ldb;
        int b2 = b1 + ldb;
        int b3 = b2 + ldb;
        int j = 0;
        for (; j + WIDTH <= n; j += WIDTH) {
            FloatVector s = FloatVector.fromArray(LANES, sums, to + j);
            s = FloatVector.fromArray(LANES, b, b0 + j).fma(x0, s);
            s = FloatVector.fromArray(LANES, b, b1 + j).fma(x1, s);
            s = FloatVector.fromArray(LANES, b, b2 + j).fma(x2, s);
            FloatVector.fromArray(LANES, b, b3 + j).fma(x3, s).intoArray(sums, to + j);
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
            int n, int j, float[] a, int at, int aInner, float[] b, int b0, int ldb, float[] sums, int to) {
        VectorMask<Float> rest = LANES.indexInRange(j, n);
        FloatVector s = FloatVector.fromArray(LANES, sums, to + j, rest);
        for (int p = 0; p < 4; p++) {
            FloatVector v = FloatVector.fromArray(LANES, b, b0 + p * ldb + j, rest);
            s = v.fma(FloatVector.broadcast(LANES, a[at + p * aInner]), s);
        }
        s.intoArray(sums, to + j, rest);
    }

    private static void oneByOne(int n, float x, float[] b, int at, float[] sums, int to) {
        FloatVector v = FloatVector.broadcast(LANES, x);
        int j = 0;
        for (; j + WIDTH <= n; j += WIDTH) {
            FloatVector s = FloatVector.fromArray(LANES, sums, to + j);
            FloatVector.fromArray(LANES, b, at + j).fma(v, s).intoArray(sums, to + j);
        }
        if (j < n) {
            VectorMask<Float> rest = LANES.indexInRange(j, n);
            FloatVector s = FloatVector.fromArray(LANES, sums, to + j, rest);
            FloatVector.fromArray(LANES, b, at + j, rest).fma(v, s).intoArray(sums, to + j, rest);
        }
    }
}
