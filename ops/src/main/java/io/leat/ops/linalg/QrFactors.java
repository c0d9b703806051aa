package io.leat.ops.linalg;

import io.leat.ops.family.ComplexFunctions;

/** {@code A = Q R} with Householder's reflections: Q is unitary, R upper triangular. */
final class QrFactors {
    /** Square. */
    final Matrix q;

    /** Of the shape of A. */
    final Matrix r;

    QrFactors(Matrix a) {
        r = a.copy();
        q = Matrix.identity(a.rows);
        for (int j = 0; j < Math.min(a.rows, a.columns); j++) {
            reflect(j);
        }
    }

    /** Makes column {@code j} of R zero below the diagonal; the diagonal gets the sign against that of the element. */
    private void reflect(int j) {
        double tail = 0;
        for (int i = j + 1; i < r.rows; i++) {
            tail = Math.hypot(tail, r.size(r.at(i, j)));
        }
        double re = r.re[r.at(j, j)];
        double im = r.im[r.at(j, j)];
        if (tail <= Math.sqrt(Double.MIN_NORMAL) && Math.abs(im) <= Math.sqrt(Double.MIN_NORMAL)) {
            return;
        }
        double norm = Math.hypot(Math.hypot(re, im), tail);
        double beta = re >= 0 ? -norm : norm;
        // The reflection is I - tau v v^H with v = (1, column / (diagonal - beta)).
        double[] vr = new double[r.rows];
        double[] vi = new double[r.rows];
        vr[j] = 1;
        for (int i = j + 1; i < r.rows; i++) {
            double[] v = ComplexFunctions.divide(r.re[r.at(i, j)], r.im[r.at(i, j)], re - beta, im);
            vr[i] = v[0];
            vi[i] = v[1];
        }
        double tauRe = (beta - re) / beta;
        double tauIm = -im / beta;
        apply(r, j, vr, vi, tauRe, -tauIm);
        applyRight(q, j, vr, vi, tauRe, tauIm);
        r.set(r.at(j, j), beta, 0);
        for (int i = j + 1; i < r.rows; i++) {
            r.set(r.at(i, j), 0, 0);
        }
    }

    /** Subtracts {@code tau v (v^H m)}. */
    private static void apply(Matrix m, int from, double[] vr, double[] vi, double tr, double ti) {
        for (int c = 0; c < m.columns; c++) {
            double sr = 0;
            double si = 0;
            for (int i = from; i < m.rows; i++) {
                double xr = m.re[m.at(i, c)];
                double xi = m.im[m.at(i, c)];
                sr += vr[i] * xr + vi[i] * xi;
                si += vr[i] * xi - vi[i] * xr;
            }
            double fr = tr * sr - ti * si;
            double fi = tr * si + ti * sr;
            for (int i = from; i < m.rows; i++) {
                m.re[m.at(i, c)] -= vr[i] * fr - vi[i] * fi;
                m.im[m.at(i, c)] -= vr[i] * fi + vi[i] * fr;
            }
        }
    }

    /** Subtracts {@code tau (m v) v^H}. */
    private static void applyRight(Matrix m, int from, double[] vr, double[] vi, double tr, double ti) {
        for (int row = 0; row < m.rows; row++) {
            double sr = 0;
            double si = 0;
            for (int i = from; i < m.columns; i++) {
                double xr = m.re[m.at(row, i)];
                double xi = m.im[m.at(row, i)];
                sr += xr * vr[i] - xi * vi[i];
                si += xr * vi[i] + xi * vr[i];
            }
            double fr = tr * sr - ti * si;
            double fi = tr * si + ti * sr;
            for (int i = from; i < m.columns; i++) {
                m.re[m.at(row, i)] -= fr * vr[i] + fi * vi[i];
                m.im[m.at(row, i)] -= fi * vr[i] - fr * vi[i];
            }
        }
    }
}
