package io.leat.ir;

/**
 * {@code log Γ(2 + z) = (1 - γ) z + Σ (-1)ᵏ (ζ(k) - 1) zᵏ / k} over k ≥ 2 (Abramowitz and Stegun 6.1.33): relatively
 * exact also beside its root at 0.
 */
final class LgammaSeries {
    private static final double ONE_MINUS_GAMMA = 0.42278433509846713;
    private static final int TERMS = 60;
    private static final double[] ZETA_MINUS_ONE = new double[TERMS];

    static {
        for (int k = 2; k < TERMS; k++) {
            ZETA_MINUS_ONE[k] = zetaMinusOne(k);
        }
    }

    private LgammaSeries() {}

    /** For |z| ≤ ½. */
    static double at(double z) {
        double sum = 0;
        for (int k = TERMS - 1; k >= 2; k--) {
            sum = sum * -z + ZETA_MINUS_ONE[k] / k;
        }
        return z * (ONE_MINUS_GAMMA + z * sum);
    }

    /** By the first terms and the Euler-Maclaurin formula for the rest. */
    private static double zetaMinusOne(int k) {
        int n = 200;
        double tail = Math.pow(n, 1 - k) / (k - 1) + Math.pow(n, -k) / 2 + k * Math.pow(n, -k - 1) / 12;
        double next = k * (k + 1.0) * (k + 2) * Math.pow(n, -k - 3) / 720;
        double sum = tail - next;
        for (int i = n - 1; i >= 2; i--) {
            sum += Math.pow(i, -k);
        }
        return sum;
    }
}
