// Generated from FloatVectorSpans.java by TypedFormsTest: change that file.
package io.leat.kernels;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The vector forms of {@link DoubleSpans}; what is left at the right takes the scalar form. */
final class DoubleVectorSpans {
    private static final VectorSpecies<Double> S = Lanes.DOUBLE;
    private static final int L = S.length();

    private DoubleVectorSpans() {}

    static void add(double[] x, int o, int rows, int stride, int n, double[] out, int to) {
        int j = 0;
        for (; j <= n - 2 * L; j += 2 * L) {
            DoubleVector a = DoubleVector.fromArray(S, out, to + j);
            DoubleVector b = DoubleVector.fromArray(S, out, to + j + L);
            for (int r = 0, i = o + j; r < rows; r++, i += stride) {
                a = a.add(DoubleVector.fromArray(S, x, i));
                b = b.add(DoubleVector.fromArray(S, x, i + L));
            }
            a.intoArray(out, to + j);
            b.intoArray(out, to + j + L);
        }
        if (j < n) {
            DoubleSpans.scalarAdd(x, o + j, rows, stride, n - j, out, to + j);
        }
    }

    static void subtract(double[] x, int o, int n, double[] out, int to) {
        int j = 0;
        for (; j <= n - L; j += L) {
            DoubleVector a = DoubleVector.fromArray(S, out, to + j);
            a.sub(DoubleVector.fromArray(S, x, o + j)).intoArray(out, to + j);
        }
        if (j < n) {
            DoubleSpans.scalarSubtract(x, o + j, n - j, out, to + j);
        }
    }

    static void max(double[] x, int o, int rows, int stride, int n, double[] out, int to) {
        int j = 0;
        for (; j <= n - 2 * L; j += 2 * L) {
            DoubleVector a = DoubleVector.fromArray(S, out, to + j);
            DoubleVector b = DoubleVector.fromArray(S, out, to + j + L);
            for (int r = 0, i = o + j; r < rows; r++, i += stride) {
                DoubleVector c = DoubleVector.fromArray(S, x, i);
                DoubleVector d = DoubleVector.fromArray(S, x, i + L);
                a = a.blend(c, c.compare(GT, a));
                b = b.blend(d, d.compare(GT, b));
            }
            a.intoArray(out, to + j);
            b.intoArray(out, to + j + L);
        }
        if (j < n) {
            DoubleSpans.scalarMax(x, o + j, rows, stride, n - j, out, to + j);
        }
    }

    static void addToLargest(
            double[] x, int[] starts, int count, int n, double[] grad, int gradOffset, double[] out, int shift) {
        DoubleVector zero = DoubleVector.zero(S);
        int j = 0;
        for (; j <= n - L; j += L) {
            DoubleVector largest = DoubleVector.fromArray(S, x, starts[0] + j);
            DoubleVector place = zero;
            for (int k = 1; k < count; k++) {
                DoubleVector a = DoubleVector.fromArray(S, x, starts[k] + j);
                var greater = a.compare(GT, largest);
                largest = largest.blend(a, greater);
                place = place.blend(k, greater);
            }
            DoubleVector g = DoubleVector.fromArray(S, grad, gradOffset + j);
            for (int k = 0; k < count; k++) {
                int at = starts[k] + shift + j;
                DoubleVector sum = DoubleVector.fromArray(S, out, at);
                sum.add(zero.blend(g, place.compare(EQ, k))).intoArray(out, at);
            }
        }
        if (j < n) {
            DoubleSpans.scalarAddToLargest(x, starts, count, j, n, grad, gradOffset, out, shift);
        }
    }

    static void product(double[] a, int ao, double[] b, int bo, int n, double[] out, int to) {
        int j = 0;
        for (; j <= n - L; j += L) {
            DoubleVector x = DoubleVector.fromArray(S, a, ao + j);
            x.mul(DoubleVector.fromArray(S, b, bo + j)).intoArray(out, to + j);
        }
        if (j < n) {
            DoubleSpans.scalarProduct(a, ao + j, b, bo + j, n - j, out, to + j);
        }
    }

    static void addProduct(double[] a, int ao, double[] b, int bo, int n, double[] out, int to) {
        int j = 0;
        for (; j <= n - L; j += L) {
            DoubleVector x = DoubleVector.fromArray(S, a, ao + j).mul(DoubleVector.fromArray(S, b, bo + j));
            DoubleVector.fromArray(S, out, to + j).add(x).intoArray(out, to + j);
        }
        if (j < n) {
            DoubleSpans.scalarAddProduct(a, ao + j, b, bo + j, n - j, out, to + j);
        }
    }

    static void interpolate(double[] a, int ao, double[] b, int bo, double weight, int n, double[] out, int to) {
        int j = 0;
        for (; j <= n - L; j += L) {
            DoubleVector low = DoubleVector.fromArray(S, a, ao + j);
            DoubleVector high = DoubleVector.fromArray(S, b, bo + j);
            low.add(high.sub(low).mul(weight)).intoArray(out, to + j);
        }
        if (j < n) {
            DoubleSpans.scalarInterpolate(a, ao + j, b, bo + j, weight, n - j, out, to + j);
        }
    }

    static void addScaled(double[] x, int o, double factor1, double factor2, int n, double[] out, int to) {
        int j = 0;
        for (; j <= n - L; j += L) {
            DoubleVector term = DoubleVector.fromArray(S, x, o + j).mul(factor1).mul(factor2);
            DoubleVector.fromArray(S, out, to + j).add(term).intoArray(out, to + j);
        }
        if (j < n) {
            DoubleSpans.scalarAddScaled(x, o + j, factor1, factor2, n - j, out, to + j);
        }
    }
}
