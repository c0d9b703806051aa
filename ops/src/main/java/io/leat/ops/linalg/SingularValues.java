package io.leat.ops.linalg;

import java.util.Arrays;

/**
 * {@code A = U diag(s) V^H} by one-sided Jacobi rotations, which find small singular values to full relative precision;
 * s is not negative and falls.
 */
final class SingularValues {
    private static final int SWEEPS = 60;

    final double[] s;

    /** Square. */
    final Matrix u;

    /** Square. */
    final Matrix v;

    SingularValues(Matrix a) {
        boolean wide = a.rows < a.columns;
        Matrix work = wide ? a.adjoint() : a.copy();
        int n = work.columns;
        Matrix right = Matrix.identity(n);
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < SWEEPS; sweep++) {
            rotated = false;
            for (int x = 0; x < n; x++) {
                for (int y = x + 1; y < n; y++) {
                    rotated |= orthogonalise(work, right, x, y);
                }
            }
        }
        double[] norms = new double[n];
        Integer[] order = new Integer[n];
        for (int j = 0; j < n; j++) {
            order[j] = j;
            norms[j] = Math.sqrt(product(work, j, j)[0]);
        }
        Arrays.sort(order, (x, y) -> Double.compare(norms[y], norms[x]));
        s = new double[n];
        var left = new Matrix(work.rows, n);
        var sorted = new Matrix(n, n);
        for (int j = 0; j < n; j++) {
            s[j] = norms[order[j]];
            copyColumn(work, order[j], left, j, s[j] == 0 ? 0 : 1 / s[j]);
            copyColumn(right, order[j], sorted, j, 1);
        }
        Matrix full = complete(left);
        u = wide ? sorted : full;
        v = wide ? full : sorted;
    }

    private static double[] product(Matrix m, int x, int y) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < m.rows; i++) {
            int a = m.at(i, x);
            int b = m.at(i, y);
            re += m.re[a] * m.re[b] + m.im[a] * m.im[b];
            im += m.re[a] * m.im[b] - m.im[a] * m.re[b];
        }
        return new double[] {re, im};
    }

    private static boolean orthogonalise(Matrix work, Matrix right, int x, int y) {
        double p = product(work, x, x)[0];
        double q = product(work, y, y)[0];
        double[] z = product(work, x, y);
        double size = Math.hypot(z[0], z[1]);
        if (!(size > 0x1p-52 * Math.sqrt(p) * Math.sqrt(q)) || size == 0) {
            return false;
        }
        Rotation r = Rotation.of(p, q, z[0], z[1]);
        r.apply(work, x, y);
        r.apply(right, x, y);
        return true;
    }

    private static void copyColumn(Matrix from, int x, Matrix to, int y, double factor) {
        for (int i = 0; i < from.rows; i++) {
            to.set(to.at(i, y), from.re[from.at(i, x)] * factor, from.im[from.at(i, x)] * factor);
        }
    }

    /** A unitary matrix with the given columns first, where these are not 0. */
    private Matrix complete(Matrix columns) {
        int m = columns.rows;
        int known = 0;
        while (known < s.length && s[known] > 0) {
            known++;
        }
        Matrix full = new QrFactors(columns.part(m, known)).q;
        for (int j = 0; j < known; j++) {
            copyColumn(columns, j, full, j, 1);
        }
        return full;
    }
}
