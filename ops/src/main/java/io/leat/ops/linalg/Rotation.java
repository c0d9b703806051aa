package io.leat.ops.linalg;

/**
 * The unitary rotation of two columns that makes a Hermitian matrix {@code [[p, z], [conj z, q]]} diagonal: columns x, y
 * become {@code c x - s conj(w) y} and {@code s w x + c y}.
 */
record Rotation(double c, double s, double wRe, double wIm) {
    /** For the matrix with {@code z} not 0. */
    static Rotation of(double p, double q, double zRe, double zIm) {
        double size = Math.hypot(zRe, zIm);
        double tau = (q - p) / (2 * size);
        double t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
        double c = 1 / Math.hypot(1, t);
        return new Rotation(c, c * t, zRe / size, zIm / size);
    }

    void apply(Matrix m, int x, int y) {
        for (int i = 0; i < m.rows; i++) {
            int a = m.at(i, x);
            int b = m.at(i, y);
            double ar = m.re[a];
            double ai = m.im[a];
            double br = m.re[b];
            double bi = m.im[b];
            m.set(a, c * ar - s * (wRe * br + wIm * bi), c * ai - s * (wRe * bi - wIm * br));
            m.set(b, s * (wRe * ar - wIm * ai) + c * br, s * (wRe * ai + wIm * ar) + c * bi);
        }
    }
}
