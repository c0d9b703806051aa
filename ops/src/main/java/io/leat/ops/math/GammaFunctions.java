package io.leat.ops.math;

import io.leat.ir.ScalarFunctions;
import io.leat.ir.UnaryFunction;

/**
 * The regularised incomplete gamma functions {@code P(a, x)} and {@code Q(a, x) = 1 - P(a, x)}, and the derivative of
 * {@code P} with respect to {@code a}. Below {@code x = a + 1} by the power series (DLMF 8.7.1), above by the continued
 * fraction (DLMF 8.9.2).
 */
final class GammaFunctions {
    private static final int MAX_TERMS = 20_000;
    private static final double EPSILON = 0x1p-53;
    private static final double LARGE = 0x1p200;

    /** From here on Stirling's series for the gamma function is exact in double precision. */
    private static final double STIRLING_FROM = 20;

    private GammaFunctions() {}

    private static double lgamma(double x) {
        return ScalarFunctions.REFERENCE.apply(UnaryFunction.LGAMMA, x);
    }

    private static double digamma(double x) {
        return ScalarFunctions.REFERENCE.apply(UnaryFunction.DIGAMMA, x);
    }

    /** Outside of {@code a > 0, x >= 0} NaN, but 0 for {@code x = 0} whatever {@code a} is. */
    static double lower(double a, double x) {
        if (x == 0) {
            return 0;
        }
        if (!(a > 0 && x >= 0)) {
            return Double.NaN;
        }
        if (Double.isInfinite(x) || Double.isInfinite(a)) {
            return Double.isInfinite(a) ? 0 : 1;
        }
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
    }

    /** Outside of {@code a > 0, x >= 0} NaN. */
    static double upper(double a, double x) {
        if (!(a > 0 && x >= 0)) {
            return Double.NaN;
        }
        if (x == 0 || Double.isInfinite(x) || Double.isInfinite(a)) {
            return Double.isInfinite(x) ? 0 : 1;
        }
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
    }

    /** {@code x^a exp(-x) / Γ(a)}; for large {@code a} by way of {@code x / a}, near which the powers cancel. */
    private static double prefix(double a, double x) {
        if (a < STIRLING_FROM) {
            return Math.exp(a * Math.log(x) - x - lgamma(a));
        }
        double t = (x - a) / a;
        double square = a * a;
        double stirling = (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / 1680 / square) / square) / square) / a;
        return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-a * excess(t) - stirling);
    }

    /** {@code t - log(1 + t)}. */
    private static double excess(double t) {
        if (Math.abs(t) > 0.1) {
            return t - Math.log1p(t);
        }
        double sum = 0;
        double power = t;
        for (int k = 2; k < 22; k++) {
            power *= -t;
            sum -= power / k;
        }
        return sum;
    }

    private static double series(double a, double x) {
        double term = 1;
        double sum = 1;
        for (int n = 1; n < MAX_TERMS && term > EPSILON * sum; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum * prefix(a, x) / a;
    }

    private static double fraction(double a, double x) {
        return prefix(a, x) * continued(a, x)[0];
    }

    /**
     * {@code 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - …)))} and its derivative with respect to {@code a}, by the
     * recurrences of numerators and denominators.
     */
    private static double[] continued(double a, double x) {
        double[] before = {0, 1}; // numerator and denominator of the convergent before
        double[] now = {1, x + 1 - a};
        double[] slopeBefore = {0, 0};
        double[] slope = {0, -1};
        double value = now[0] / now[1];
        double derivative = (slope[0] - value * slope[1]) / now[1];
        for (int n = 1; n < MAX_TERMS; n++) {
            double factor = -n * (n - a);
            double b = x + 2 * n + 1 - a;
            for (int i = 0; i < 2; i++) {
                double next = b * now[i] + factor * before[i];
                double nextSlope = b * slope[i] - now[i] + factor * slopeBefore[i] + n * before[i];
                before[i] = now[i];
                slopeBefore[i] = slope[i];
                now[i] = next;
                slope[i] = nextSlope;
            }
            if (Math.abs(now[1]) > LARGE) {
                for (double[] p : new double[][] {before, now, slopeBefore, slope}) {
                    p[0] /= LARGE;
                    p[1] /= LARGE;
                }
            }
            double last = value;
            double lastDerivative = derivative;
            value = now[0] / now[1];
            derivative = (slope[0] - value * slope[1]) / now[1];
            boolean still = Math.abs(value - last) <= EPSILON * Math.abs(value);
            if (still && Math.abs(derivative - lastDerivative) <= 4 * EPSILON * Math.abs(derivative)) {
                break;
            }
        }
        return new double[] {value, derivative};
    }

    /** The derivative of {@link #lower} with respect to {@code a}. */
    static double derivativeA(double a, double x) {
        if (!(a > 0 && x >= 0)) {
            return Double.NaN;
        }
        if (x == 0 || Double.isInfinite(x)) {
            return 0;
        }
        if (x >= a + 1) {
            double[] f = continued(a, x);
            return -prefix(a, x) * (f[1] + f[0] * (Math.log(x) - digamma(a)));
        }
        double term = 1;
        double sum = 1;
        double slope = 0; // the derivative of the logarithm of the term
        double slopes = 0;
        for (int n = 1; n < MAX_TERMS && (term > EPSILON * sum || n < x); n++) {
            term *= x / (a + n);
            slope -= 1 / (a + n);
            sum += term;
            slopes += term * slope;
        }
        return prefix(a, x) / a * (slopes + sum * (Math.log(x) - digamma(a + 1)));
    }
}
