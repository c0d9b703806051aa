package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector forms of {@link FloatColumns}. Four rows are taken at a time, so that a lane is loaded and stored once for
 * four elements; what is left at the right and at the bottom takes the scalar form.
 */
final class VectorColumns {

    private static final VectorSpecies<Float> S = Lanes.FLOAT;
    private static final int L = S.length();

    private VectorColumns() {}

    static void sum(float[] x, int o, int rows, int stride, int n, float[] lane, int lo) {
        int r = 0;
        for (; r <= rows - 4; r += 4) {
            int row = o + r * stride;
            int j = 0;
            for (; j <= n - L; j += L) {
                FloatVector a = FloatVector.fromArray(S, lane, lo + j);
                a = a.add(FloatVector.fromArray(S, x, row + j));
                a = a.add(FloatVector.fromArray(S, x, row + stride + j));
                a = a.add(FloatVector.fromArray(S, x, row + 2 * stride + j));
                a = a.add(FloatVector.fromArray(S, x, row + 3 * stride + j));
                a.intoArray(lane, lo + j);
            }
            if (j < n) {
                FloatColumns.scalarSum(x, row + j, 4, stride, n - j, lane, lo + j);
            }
        }
        if (r < rows) {
            FloatColumns.scalarSum(x, o + r * stride, rows - r, stride, n, lane, lo);
        }
    }

    static void sumOfSquares(float[] x, int o, int rows, int stride, int n, float[] lane, int lo) {
        int r = 0;
        for (; r <= rows - 4; r += 4) {
            int row = o + r * stride;
            int j = 0;
            for (; j <= n - L; j += L) {
                FloatVector a = FloatVector.fromArray(S, lane, lo + j);
                FloatVector v0 = FloatVector.fromArray(S, x, row + j);
                a = v0.fma(v0, a);
                FloatVector v1 = FloatVector.fromArray(S, x, row + stride + j);
                a = v1.fma(v1, a);
                FloatVector v2 = FloatVector.fromArray(S, x, row + 2 * stride + j);
                a = v2.fma(v2, a);
                FloatVector v3 = FloatVector.fromArray(S, x, row + 3 * stride + j);
                a = v3.fma(v3, a);
                a.intoArray(lane, lo + j);
            }
            if (j < n) {
                FloatColumns.scalarSumOfSquares(x, row + j, 4, stride, n - j, lane, lo + j);
            }
        }
        if (r < rows) {
            FloatColumns.scalarSumOfSquares(x, o + r * stride, rows - r, stride, n, lane, lo);
        }
    }

    static void sumOfDeviations(
            float[] x, int o, int rows, int stride, int n, float[] mean, int mo, float[] lane, int lo) {
        int r = 0;
        for (; r <= rows - 4; r += 4) {
            int row = o + r * stride;
            int j = 0;
            for (; j <= n - L; j += L) {
                FloatVector m = FloatVector.fromArray(S, mean, mo + j);
                FloatVector a = FloatVector.fromArray(S, lane, lo + j);
                FloatVector d0 = FloatVector.fromArray(S, x, row + j).sub(m);
                a = d0.fma(d0, a);
                FloatVector d1 = FloatVector.fromArray(S, x, row + stride + j).sub(m);
                a = d1.fma(d1, a);
                FloatVector d2 =
                        FloatVector.fromArray(S, x, row + 2 * stride + j).sub(m);
                a = d2.fma(d2, a);
                FloatVector d3 =
                        FloatVector.fromArray(S, x, row + 3 * stride + j).sub(m);
                a = d3.fma(d3, a);
                a.intoArray(lane, lo + j);
            }
            if (j < n) {
                FloatColumns.scalarSumOfDeviations(x, row + j, 4, stride, n - j, mean, mo + j, lane, lo + j);
            }
        }
        if (r < rows) {
            FloatColumns.scalarSumOfDeviations(x, o + r * stride, rows - r, stride, n, mean, mo, lane, lo);
        }
    }

    static void sumOfProducts(
            float[] g,
            int go,
            float[] x,
            int o,
            int rows,
            int stride,
            int n,
            float[] mean,
            int mo,
            float[] lane,
            int lo) {
        int r = 0;
        for (; r <= rows - 4; r += 4) {
            int row = o + r * stride;
            int gradient = go + r * stride;
            int j = 0;
            for (; j <= n - L; j += L) {
                FloatVector m = FloatVector.fromArray(S, mean, mo + j);
                FloatVector a = FloatVector.fromArray(S, lane, lo + j);
                FloatVector d0 = FloatVector.fromArray(S, x, row + j).sub(m);
                a = FloatVector.fromArray(S, g, gradient + j).fma(d0, a);
                FloatVector d1 = FloatVector.fromArray(S, x, row + stride + j).sub(m);
                a = FloatVector.fromArray(S, g, gradient + stride + j).fma(d1, a);
                FloatVector d2 =
                        FloatVector.fromArray(S, x, row + 2 * stride + j).sub(m);
                a = FloatVector.fromArray(S, g, gradient + 2 * stride + j).fma(d2, a);
                FloatVector d3 =
                        FloatVector.fromArray(S, x, row + 3 * stride + j).sub(m);
                a = FloatVector.fromArray(S, g, gradient + 3 * stride + j).fma(d3, a);
                a.intoArray(lane, lo + j);
            }
            if (j < n) {
                FloatColumns.scalarSumOfProducts(
                        g, gradient + j, x, row + j, 4, stride, n - j, mean, mo + j, lane, lo + j);
            }
        }
        if (r < rows) {
            FloatColumns.scalarSumOfProducts(
                    g, go + r * stride, x, o + r * stride, rows - r, stride, n, mean, mo, lane, lo);
        }
    }

    static void max(float[] x, int o, int rows, int stride, int n, float[] lane, int lo) {
        int r = 0;
        for (; r <= rows - 4; r += 4) {
            int row = o + r * stride;
            int j = 0;
            for (; j <= n - L; j += L) {
                FloatVector a = FloatVector.fromArray(S, lane, lo + j);
                a = a.max(FloatVector.fromArray(S, x, row + j));
                a = a.max(FloatVector.fromArray(S, x, row + stride + j));
                a = a.max(FloatVector.fromArray(S, x, row + 2 * stride + j));
                a = a.max(FloatVector.fromArray(S, x, row + 3 * stride + j));
                a.intoArray(lane, lo + j);
            }
            if (j < n) {
                FloatColumns.scalarMax(x, row + j, 4, stride, n - j, lane, lo + j);
            }
        }
        if (r < rows) {
            FloatColumns.scalarMax(x, o + r * stride, rows - r, stride, n, lane, lo);
        }
    }

    static void min(float[] x, int o, int rows, int stride, int n, float[] lane, int lo) {
        int r = 0;
        for (; r <= rows - 4; r += 4) {
            int row = o + r * stride;
            int j = 0;
            for (; j <= n - L; j += L) {
                FloatVector a = FloatVector.fromArray(S, lane, lo + j);
                a = a.min(FloatVector.fromArray(S, x, row + j));
                a = a.min(FloatVector.fromArray(S, x, row + stride + j));
                a = a.min(FloatVector.fromArray(S, x, row + 2 * stride + j));
                a = a.min(FloatVector.fromArray(S, x, row + 3 * stride + j));
                a.intoArray(lane, lo + j);
            }
            if (j < n) {
                FloatColumns.scalarMin(x, row + j, 4, stride, n - j, lane, lo + j);
            }
        }
        if (r < rows) {
            FloatColumns.scalarMin(x, o + r * stride, rows - r, stride, n, lane, lo);
        }
    }
}
