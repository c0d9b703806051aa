package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Dot products, several at a time. Each is summed lane by lane, and then the lanes in a fixed order: the order of
 * {@code reduceLanes} would depend on how the method happens to be compiled.
 */
final class FloatVectorDots {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int WIDTH = LANES.length();
    private static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(LANES, 8, 1, true);
    private static final VectorShuffle<Float> BY_4 = VectorShuffle.iota(LANES, 4, 1, true);
    private static final VectorShuffle<Float> BY_2 = VectorShuffle.iota(LANES, 2, 1, true);
    private static final VectorShuffle<Float> BY_1 = VectorShuffle.iota(LANES, 1, 1, true);

    private FloatVectorDots() {}

    /** The dot products, of length k, of two vectors in x with four in y: {@code sums[4 * row + column]}. */
    static void twoByFour(int k, float[] x, int x0, int x1, float[] y, int y0, int y1, int y2, int y3, float[] sums) {
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = FloatVector.zero(LANES);
        FloatVector s2 = FloatVector.zero(LANES);
        FloatVector s3 = FloatVector.zero(LANES);
        FloatVector t0 = FloatVector.zero(LANES);
        FloatVector t1 = FloatVector.zero(LANES);
        FloatVector t2 = FloatVector.zero(LANES);
        FloatVector t3 = FloatVector.zero(LANES);
        int p = 0;
        for (; p + WIDTH <= k; p += WIDTH) {
            FloatVector u = FloatVector.fromArray(LANES, x, x0 + p);
            FloatVector v = FloatVector.fromArray(LANES, x, x1 + p);
            FloatVector w = FloatVector.fromArray(LANES, y, y0 + p);
            s0 = u.fma(w, s0);
            t0 = v.fma(w, t0);
            w = FloatVector.fromArray(LANES, y, y1 + p);
            s1 = u.fma(w, s1);
            t1 = v.fma(w, t1);
            w = FloatVector.fromArray(LANES, y, y2 + p);
            s2 = u.fma(w, s2);
            t2 = v.fma(w, t2);
            w = FloatVector.fromArray(LANES, y, y3 + p);
            s3 = u.fma(w, s3);
            t3 = v.fma(w, t3);
        }
        if (p < k) {
            VectorMask<Float> rest = LANES.indexInRange(p, k);
            FloatVector u = FloatVector.fromArray(LANES, x, x0 + p, rest);
            FloatVector v = FloatVector.fromArray(LANES, x, x1 + p, rest);
            FloatVector w = FloatVector.fromArray(LANES, y, y0 + p, rest);
            s0 = u.fma(w, s0);
            t0 = v.fma(w, t0);
            w = FloatVector.fromArray(LANES, y, y1 + p, rest);
            s1 = u.fma(w, s1);
            t1 = v.fma(w, t1);
            w = FloatVector.fromArray(LANES, y, y2 + p, rest);
            s2 = u.fma(w, s2);
            t2 = v.fma(w, t2);
            w = FloatVector.fromArray(LANES, y, y3 + p, rest);
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
    static void oneByFour(int k, float[] x, int x0, float[] y, int y0, int y1, int y2, int y3, float[] sums) {
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = FloatVector.zero(LANES);
        FloatVector s2 = FloatVector.zero(LANES);
        FloatVector s3 = FloatVector.zero(LANES);
        int p = 0;
        for (; p + WIDTH <= k; p += WIDTH) {
            FloatVector u = FloatVector.fromArray(LANES, x, x0 + p);
            s0 = u.fma(FloatVector.fromArray(LANES, y, y0 + p), s0);
            s1 = u.fma(FloatVector.fromArray(LANES, y, y1 + p), s1);
            s2 = u.fma(FloatVector.fromArray(LANES, y, y2 + p), s2);
            s3 = u.fma(FloatVector.fromArray(LANES, y, y3 + p), s3);
        }
        if (p < k) {
            VectorMask<Float> rest = LANES.indexInRange(p, k);
            FloatVector u = FloatVector.fromArray(LANES, x, x0 + p, rest);
            s0 = u.fma(FloatVector.fromArray(LANES, y, y0 + p, rest), s0);
            s1 = u.fma(FloatVector.fromArray(LANES, y, y1 + p, rest), s1);
            s2 = u.fma(FloatVector.fromArray(LANES, y, y2 + p, rest), s2);
            s3 = u.fma(FloatVector.fromArray(LANES, y, y3 + p, rest), s3);
        }
        sums[0] = sum(s0);
        sums[1] = sum(s1);
        sums[2] = sum(s2);
        sums[3] = sum(s3);
    }

    private static float sum(FloatVector v) {
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
