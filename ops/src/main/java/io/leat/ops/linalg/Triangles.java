package io.leat.ops.linalg;

import org.jspecify.annotations.Nullable;

/** Solves equations with triangular matrices, and factors Hermitian ones into them. */
final class Triangles {
    private Triangles() {}

    /** X with {@code A X = rhs}, where only the lower or the upper triangle of A counts. */
    static Matrix solve(Matrix a, boolean lower, Matrix rhs) {
        Matrix x = rhs.copy();
        int n = a.rows;
        for (int step = 0; step < n; step++) {
            int i = lower ? step : n - 1 - step;
            int from = lower ? 0 : i + 1;
            int to = lower ? i : n;
            for (int k = from; k < to; k++) {
                x.addRow(i, x, k, -a.re[a.at(i, k)], -a.im[a.at(i, k)]);
            }
            x.divideRow(i, a.re[a.at(i, i)], a.im[a.at(i, i)]);
        }
        return x;
    }

    /** The lower triangular L with {@code L L^H = A}, of the lower triangle of A; null if A is not positive definite. */
    static @Nullable Matrix cholesky(Matrix a) {
        int n = a.rows;
        var l = new Matrix(n, n);
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double r = a.re[a.at(i, j)];
                double m = i == j ? 0 : a.im[a.at(i, j)];
                for (int k = 0; k < j; k++) {
                    int p = l.at(i, k);
                    int q = l.at(j, k);
                    r -= l.re[p] * l.re[q] + l.im[p] * l.im[q];
                    m -= l.im[p] * l.re[q] - l.re[p] * l.im[q];
                }
                if (i == j) {
                    if (!(r > 0)) {
                        return null;
                    }
                    l.re[l.at(j, j)] = Math.sqrt(r);
                } else {
                    double d = l.re[l.at(j, j)];
                    l.set(l.at(i, j), r / d, m / d);
                }
            }
        }
        return l;
    }
}
