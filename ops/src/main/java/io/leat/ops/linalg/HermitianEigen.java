package io.leat.ops.linalg;

import java.util.Arrays;

/**
 * {@code A = V diag(values) V^H} of a Hermitian matrix, of which only the lower triangle is read, by Jacobi's rotations;
 * the values rise.
 */
final class HermitianEigen {
    private static final int SWEEPS = 60;

    final double[] values;
    final Matrix vectors;

    HermitianEigen(Matrix lower) {
        int n = lower.rows;
        Matrix a = symmetric(lower);
        Matrix v = Matrix.identity(n);
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < SWEEPS; sweep++) {
            rotated = false;
            for (int x = 0; x < n; x++) {
                for (int y = x + 1; y < n; y++) {
                    rotated |= annihilate(a, v, x, y);
                }
            }
        }
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        Matrix diagonal = a;
        Arrays.sort(order, (x, y) -> Double.compare(diagonal.re[diagonal.at(x, x)], diagonal.re[diagonal.at(y, y)]));
        values = new double[n];
        vectors = new Matrix(n, n);
        for (int j = 0; j < n; j++) {
            int from = order[j];
            values[j] = a.re[a.at(from, from)];
            for (int i = 0; i < n; i++) {
                vectors.set(vectors.at(i, j), v.re[v.at(i, from)], v.im[v.at(i, from)]);
            }
        }
    }

    private static Matrix symmetric(Matrix lower) {
        Matrix a = lower.copy();
        for (int i = 0; i < a.rows; i++) {
            a.im[a.at(i, i)] = 0;
            for (int j = 0; j < i; j++) {
                a.set(a.at(j, i), a.re[a.at(i, j)], -a.im[a.at(i, j)]);
            }
        }
        return a;
    }

    private static boolean annihilate(Matrix a, Matrix v, int x, int y) {
        double p = a.re[a.at(x, x)];
        double q = a.re[a.at(y, y)];
        int z = a.at(x, y);
        double size = a.size(z);
        if (size == 0 || size <= 0x1p-54 * Math.min(Math.abs(p), Math.abs(q))) {
            return false;
        }
        Rotation r = Rotation.of(p, q, a.re[z], a.im[z]);
        r.apply(a, x, y);
        r.apply(v, x, y);
        rotateRows(a, r, x, y);
        a.set(a.at(x, y), 0, 0);
        a.set(a.at(y, x), 0, 0);
        a.im[a.at(x, x)] = 0;
        a.im[a.at(y, y)] = 0;
        return true;
    }

    /** The adjoint rotation from the left. */
    private static void rotateRows(Matrix a, Rotation r, int x, int y) {
        for (int j = 0; j < a.columns; j++) {
            int s = a.at(x, j);
            int t = a.at(y, j);
            double sr = a.re[s];
            double si = a.im[s];
            double tr = a.re[t];
            double ti = a.im[t];
            a.set(
                    s,
                    r.c() * sr - r.s() * (r.wRe() * tr - r.wIm() * ti),
                    r.c() * si - r.s() * (r.wRe() * ti + r.wIm() * tr));
            a.set(
                    t,
                    r.s() * (r.wRe() * sr + r.wIm() * si) + r.c() * tr,
                    r.s() * (r.wRe() * si - r.wIm() * sr) + r.c() * ti);
        }
    }
}
