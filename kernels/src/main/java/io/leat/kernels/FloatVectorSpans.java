package io.leat.kernels;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vector forms of {@link FloatSpans}; what is left at the right takes the scalar form. */
final class FloatVectorSpans {
    private static final VectorSpecies<Float> S = Lanes.FLOAT;
    private static final int L = S.length();

    private FloatVectorSpans() {}

    static void add(float[] x, int o, int rows, int stride, int n, float[] out, int to) {
        int j = 0;
        for (; j <= n - 2 * L; j += 2 * L) {
            FloatVector a = FloatVector.fromArray(S, out, to + j);
            FloatVector b = FloatVector.fromArray(S, out, to + j + L);
            for (int r = 0, i = o + j; r < rows; r++, i += stride) {
                a = a.add(FloatVector.fromArray(S, x, i));
                b = b.add(FloatVector.fromArray(S, x, i + L));
            }
            a.intoArray(out, to + j);
            b.intoArray(out, to + j + L);
        }
        if (j < n) {
            FloatSpans.scalarAdd(x, o + j, rows, stride, n - j, out, to + j);
        }
    }

    static void subtract(float[] x, int o, int n, float[] out, int to) {
        int j = 0;
        for (; j <= n - L; j += L) {
            FloatVector a = FloatVector.fromArray(S, out, to + j);
            a.sub(FloatVector.fromArray(S, x, o + j)).intoArray(out, to + j);
        }
        if (j < n) {
            FloatSpans.scalarSubtract(x, o + j, n - j, out, to + j);
        }
    }

    static void max(float[] x, int o, int rows, int stride, int n, float[] out, int to) {
        int j = 0;
        for (; j <= n - 2 * L; j += 2 * L) {
            FloatVector a = FloatVector.fromArray(S, out, to + j);
            FloatVector b = FloatVector.fromArray(S, out, to + j + L);
            for (int r = 0, i = o + j; r < rows; r++, i += stride) {
                FloatVector c = FloatVector.fromArray(S, x, i);
                FloatVector d = FloatVector.fromArray(S, x, i + L);
                a = a.blend(c, c.compare(GT, a));
                b = b.blend(d, d.compare(GT, b));
            }
            a.intoArray(out, to + j);
            b.intoArray(out, to + j + L);
        }
        if (j < n) {
            FloatSpans.scalarMax(x, o + j, rows, stride, n - j, out, to + j);
        }
    }

    static void addToLargest(
            float[] x, int[] starts, int count, int n, float[] grad, int gradOffset, float[] out, int shift) {
        FloatVector zero = FloatVector.zero(S);
        int j = 0;
        for (; j <= n - L; j += L) {
            FloatVector largest = FloatVector.fromArray(S, x, starts[0] + j);
            FloatVector place = zero;
            for (int k = 1; k < count; k++) {
                FloatVector a = FloatVector.fromArray(S, x, starts[k] + j);
                var greater = a.compare(GT, largest);
                largest = largest.blend(a, greater);
                place = place.blend(k, greater);
            }
            FloatVector g = FloatVector.fromArray(S, grad, gradOffset + j);
            for (int k = 0; k < count; k++) {
                int at = starts[k] + shift + j;
                FloatVector sum = FloatVector.fromArray(S, out, at);
                sum.add(zero.blend(g, place.compare(EQ, k))).intoArray(out, at);
            }
        }
        if (j < n) {
            FloatSpans.scalarAddToLargest(x, starts, count, j, n, grad, gradOffset, out, shift);
        }
    }

    static void product(float[] a, int ao, float[] b, int bo, int n, float[] out, int to) {
        int j = 0;
        for (; j <= n - L; j += L) {
            FloatVector x = FloatVector.fromArray(S, a, ao + j);
            x.mul(FloatVector.fromArray(S, b, bo + j)).intoArray(out, to + j);
        }
        if (j < n) {
            FloatSpans.scalarProduct(a, ao + j, b, bo + j, n - j, out, to + j);
        }
    }

    static void addProduct(float[] a, int ao, float[] b, int bo, int n, float[] out, int to) {
        int j = 0;
        for (; j <= n - L; j += L) {
            FloatVector x = FloatVector.fromArray(S, a, ao + j).mul(FloatVector.fromArray(S, b, bo + j));
            FloatVector.fromArray(S, out, to + j).add(x).intoArray(out, to + j);
        }
        if (j < n) {
            FloatSpans.scalarAddProduct(a, ao + j, b, bo + j, n - j, out, to + j);
        }
    }

    static void interpolate(float[] a, int ao, float[] b, int bo, float weight, int n, float[] out, int to) {
        int j = 0;
        for (; j <= n - L; j += L) {
            FloatVector low = FloatVector.fromArray(S, a, ao + j);
            FloatVector high = FloatVector.fromArray(S, b, bo + j);
            low.add(high.sub(low).mul(weight)).intoArray(out, to + j);
        }
        if (j < n) {
            FloatSpans.scalarInterpolate(a, ao + j, b, bo + j, weight, n - j, out, to + j);
        }
    }

    static void addScaled(float[] x, int o, float factor1, float factor2, int n, float[] out, int to) {
        int j = 0;
        for (; j <= n - L; j += L) {
            FloatVector term = FloatVector.fromArray(S, x, o + j).mul(factor1).mul(factor2);
            FloatVector.fromArray(S, out, to + j).add(term).intoArray(out, to + j);
        }
        if (j < n) {
            FloatSpans.scalarAddScaled(x, o + j, factor1, factor2, n - j, out, to + j);
        }
    }
}
