package io.leat.kernels;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** The vector forms of {@link FloatRanges}, on vectors of eight lanes whatever the machine prefers. */
final class VectorRanges {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;
    private static final VectorSpecies<Integer> I = IntVector.SPECIES_256;
    private static final int L = 8;
    private static final int LANES = FloatRanges.LANES;

    private VectorRanges() {}

    /** The first {@code t} lanes, zero beyond. */
    private static FloatVector head(float[] x, int o, int t) {
        return t >= L ? FloatVector.fromArray(S, x, o) : FloatVector.fromArray(S, x, o, S.indexInRange(0, t));
    }

    /** Lanes j and j + 16, then j and j + 8, j and j + 4 … are added. */
    private static float fold(FloatVector a0, FloatVector a1, FloatVector a2, FloatVector a3) {
        FloatVector a = a0.add(a2).add(a1.add(a3));
        float even = (a.lane(0) + a.lane(4)) + (a.lane(2) + a.lane(6));
        float odd = (a.lane(1) + a.lane(5)) + (a.lane(3) + a.lane(7));
        return even + odd;
    }

    static double sum(float[] x, int o, int n) {
        double total = 0;
        for (int b = 0; b < n; b += FloatRanges.BLOCK) {
            total += blockSum(x, o + b, Math.min(FloatRanges.BLOCK, n - b));
        }
        return total;
    }

    private static float blockSum(float[] x, int o, int n) {
        FloatVector a0 = FloatVector.zero(S);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            a0 = a0.add(FloatVector.fromArray(S, x, o + i));
            a1 = a1.add(FloatVector.fromArray(S, x, o + i + L));
            a2 = a2.add(FloatVector.fromArray(S, x, o + i + 2 * L));
            a3 = a3.add(FloatVector.fromArray(S, x, o + i + 3 * L));
        }
        int t = n - i;
        if (t > 0) {
            a0 = a0.add(head(x, o + i, t));
        }
        if (t > L) {
            a1 = a1.add(head(x, o + i + L, t - L));
        }
        if (t > 2 * L) {
            a2 = a2.add(head(x, o + i + 2 * L, t - 2 * L));
        }
        if (t > 3 * L) {
            a3 = a3.add(head(x, o + i + 3 * L, t - 3 * L));
        }
        return fold(a0, a1, a2, a3);
    }

    static double sumOfSquares(float[] x, int o, int n) {
        double total = 0;
        for (int b = 0; b < n; b += FloatRanges.BLOCK) {
            total += blockSumOfSquares(x, o + b, Math.min(FloatRanges.BLOCK, n - b));
        }
        return total;
    }

    private static float blockSumOfSquares(float[] x, int o, int n) {
        FloatVector a0 = FloatVector.zero(S);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            FloatVector v0 = FloatVector.fromArray(S, x, o + i);
            FloatVector v1 = FloatVector.fromArray(S, x, o + i + L);
            FloatVector v2 = FloatVector.fromArray(S, x, o + i + 2 * L);
            FloatVector v3 = FloatVector.fromArray(S, x, o + i + 3 * L);
            a0 = v0.fma(v0, a0);
            a1 = v1.fma(v1, a1);
            a2 = v2.fma(v2, a2);
            a3 = v3.fma(v3, a3);
        }
        int t = n - i;
        if (t > 0) {
            FloatVector v = head(x, o + i, t);
            a0 = v.fma(v, a0);
        }
        if (t > L) {
            FloatVector v = head(x, o + i + L, t - L);
            a1 = v.fma(v, a1);
        }
        if (t > 2 * L) {
            FloatVector v = head(x, o + i + 2 * L, t - 2 * L);
            a2 = v.fma(v, a2);
        }
        if (t > 3 * L) {
            FloatVector v = head(x, o + i + 3 * L, t - 3 * L);
            a3 = v.fma(v, a3);
        }
        return fold(a0, a1, a2, a3);
    }

    static float max(float[] x, int o, int n) {
        if (n < L) {
            return FloatRanges.scalarMax(x, o, n);
        }
        FloatVector a0 = FloatVector.fromArray(S, x, o + n - L);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            a0 = a0.max(FloatVector.fromArray(S, x, o + i));
            a1 = a1.max(FloatVector.fromArray(S, x, o + i + L));
            a2 = a2.max(FloatVector.fromArray(S, x, o + i + 2 * L));
            a3 = a3.max(FloatVector.fromArray(S, x, o + i + 3 * L));
        }
        for (; i <= n - L; i += L) {
            a0 = a0.max(FloatVector.fromArray(S, x, o + i));
        }
        return a0.max(a1).max(a2.max(a3)).reduceLanes(MAX);
    }

    static float min(float[] x, int o, int n) {
        if (n < L) {
            return FloatRanges.scalarMin(x, o, n);
        }
        FloatVector a0 = FloatVector.fromArray(S, x, o + n - L);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            a0 = a0.min(FloatVector.fromArray(S, x, o + i));
            a1 = a1.min(FloatVector.fromArray(S, x, o + i + L));
            a2 = a2.min(FloatVector.fromArray(S, x, o + i + 2 * L));
            a3 = a3.min(FloatVector.fromArray(S, x, o + i + 3 * L));
        }
        for (; i <= n - L; i += L) {
            a0 = a0.min(FloatVector.fromArray(S, x, o + i));
        }
        return a0.min(a1).min(a2.min(a3)).reduceLanes(MIN);
    }

    static int argMax(float[] x, int o, int n, float sign) {
        if (n < 4 * L) {
            return FloatRanges.scalarArgMax(x, o, n, sign);
        }
        FloatVector best = FloatVector.broadcast(S, Float.NEGATIVE_INFINITY);
        IntVector index = IntVector.zero(I);
        IntVector current = index.addIndex(1);
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector v = FloatVector.fromArray(S, x, o + i).mul(sign);
            VectorMask<Float> greater = v.compare(GT, best);
            best = best.blend(v, greater);
            index = index.blend(current, greater.cast(I));
            current = current.add(L);
        }
        float max = Float.NEGATIVE_INFINITY;
        int at = 0;
        float[] values = best.toArray();
        int[] indices = index.toArray();
        for (int j = 0; j < L; j++) {
            if (values[j] > max || (values[j] == max && indices[j] < at)) {
                max = values[j];
                at = indices[j];
            }
        }
        return FloatRanges.argMaxFrom(x, o, i, n, sign, max, at);
    }
}
