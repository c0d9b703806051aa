// Generated from FloatVectorDots.java by TwinsTest: change that file.
package io.leat.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Dot products, several at a time. Each is summed lane by lane, and then the lanes in a fixed order: the order of
 * {@code reduceLanes} would depend on how the method happens to be compiled.
 */
final class DoubleVectorDots {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int WIDTH = LANES.length();
    private static final VectorShuffle<Double> BY_8 = VectorShuffle.iota(LANES, 8, 1, true);
    private static final VectorShuffle<Double> BY_4 = VectorShuffle.iota(LANES, 4, 1, true);
    private static final VectorShuffle<Double> BY_2 = VectorShuffle.iota(LANES, 2, 1, true);
    private static final VectorShuffle<Double> BY_1 = VectorShuffle.iota(LANES, 1, 1, true);

    private DoubleVectorDots() {}

    /** The dot products, of length k, of two vectors in x with four in y: {@code sums[4 * row + column]}. */
    static void twoByFour(
            int k, double[] x, int x0, int x1, double[] y, int y0, int y1, int y2, int y3, double[] sums) {
        DoubleVector s0 = DoubleVector.zero(LANES);
        DoubleVector s1 = DoubleVector.zero(LANES);
        DoubleVector s2 = DoubleVector.zero(LANES);
        DoubleVector s3 = DoubleVector.zero(LANES);
        DoubleVector t0 = DoubleVector.zero(LANES);
        DoubleVector t1 = DoubleVector.zero(LANES);
        DoubleVector t2 = DoubleVector.zero(LANES);
        DoubleVector t3 = DoubleVector.zero(LANES);
        int p = 0;
        for (; p + WIDTH <= k; p += WIDTH) {
            DoubleVector u = DoubleVector.fromArray(LANES, x, x0 + p);
            DoubleVector v = DoubleVector.fromArray(LANES, x, x1 + p);
            DoubleVector w = DoubleVector.fromArray(LANES, y, y0 + p);
            s0 = u.fma(w, s0);
            t0 = v.fma(w, t0);
            w = DoubleVector.fromArray(LANES, y, y1 + p);
            s1 = u.fma(w, s1);
            t1 = v.fma(w, t1);
            w = DoubleVector.fromArray(LANES, y, y2 + p);
            s2 = u.fma(w, s2);
            t2 = v.fma(w, t2);
            w = DoubleVector.fromArray(LANES, y, y3 + p);
            s3 = u.fma(w, s3);
            t3 = v.fma(w, t3);
        }
        if (p < k) {
            VectorMask<Double> rest = LANES.indexInRange(p, k);
            DoubleVector u = DoubleVector.fromArray(LANES, x, x0 + p, rest);
            DoubleVector v = DoubleVector.fromArray(LANES, x, x1 + p, rest);
            DoubleVector w = DoubleVector.fromArray(LANES, y, y0 + p, rest);
            s0 = u.fma(w, s0);
            t0 = v.fma(w, t0);
            w = DoubleVector.fromArray(LANES, y, y1 + p, rest);
            s1 = u.fma(w, s1);
            t1 = v.fma(w, t1);
            w = DoubleVector.fromArray(LANES, y, y2 + p, rest);
            s2 = u.fma(w, s2);
            t2 = v.fma(w, t2);
            w = DoubleVector.fromArray(LANES, y, y3 + p, rest);
            s3 = u.fma(w, s3);
            t3 = v.fma(w, t3);
        }
        sums[0] = sum(s0);
        sums[1] = sum(s1);
        sums[2] = sum(s2);
        sums[3] = sum(s3);
        sums[4] = sum(t0);
        sums[5] = sum(t1);
        sums[6] = sum(t2);
        sums[7] = sum(t3);
    }

    /** The dot products of one vector in x with four in y. */
    static void oneByFour(int k, double[] x, int x0, double[] y, int y0, int y1, int y2, int y3, double[] sums) {
        DoubleVector s0 = DoubleVector.zero(LANES);
        DoubleVector s1 = DoubleVector.zero(LANES);
        DoubleVector s2 = DoubleVector.zero(LANES);
        DoubleVector s3 = DoubleVector.zero(LANES);
        int p = 0;
        for (; p + WIDTH <= k; p += WIDTH) {
            DoubleVector u = DoubleVector.fromArray(LANES, x, x0 + p);
            s0 = u.fma(DoubleVector.fromArray(LANES, y, y0 + p), s0);
            s1 = u.fma(DoubleVector.fromArray(LANES, y, y1 + p), s1);
            s2 = u.fma(DoubleVector.fromArray(LANES, y, y2 + p), s2);
            s3 = u.fma(DoubleVector.fromArray(LANES, y, y3 + p), s3);
        }
        if (p < k) {
            VectorMask<Double> rest = LANES.indexInRange(p, k);
            DoubleVector u = DoubleVector.fromArray(LANES, x, x0 + p, rest);
            s0 = u.fma(DoubleVector.fromArray(LANES, y, y0 + p, rest), s0);
            s1 = u.fma(DoubleVector.fromArray(LANES, y, y1 + p, rest), s1);
            s2 = u.fma(DoubleVector.fromArray(LANES, y, y2 + p, rest), s2);
            s3 = u.fma(DoubleVector.fromArray(LANES, y, y3 + p, rest), s3);
        }
        sums[0] = sum(s0);
        sums[1] = sum(s1);
        sums[2] = sum(s2);
        sums[3] = sum(s3);
    }

    private static double sum(DoubleVector v) {
        if (WIDTH > 8) {
            v = v.add(v.rearrange(BY_8));
        }
        if (WIDTH > 4) {
            v = v.add(v.rearrange(BY_4));
        }
        if (WIDTH > 2) {
            v = v.add(v.rearrange(BY_2));
        }
        if (WIDTH > 1) {
            v = v.add(v.rearrange(BY_1));
        }
        return v.lane(0);
    }
}
