package io.leat.ops.math;

import io.leat.ir.BinaryFunction;
import io.leat.ir.ScalarFunctions;
import io.leat.ir.UnaryFunction;

/** The Hurwitz zeta function and the derivatives of the digamma function. */
final class ZetaFunctions {
    /** The Bernoulli numbers B(2k) divided by (2k)!, for k from 1. */
    private static final double[] BERNOULLI = {
        1.0 / 12,
        -1.0 / 720,
        1.0 / 30240,
        -1.0 / 1209600,
        1.0 / 47900160,
        -691.0 / 1307674368000.0,
        1.0 / 74724249600.0,
        -3617.0 / 10670622842880000.0,
        43867.0 / 5109094217170944000.0
    };

    private static final int DIRECT_TERMS = 12;
    private static final int MAX_NEGATIVE_TERMS = 1000;

    private ZetaFunctions() {}

    /**
     * The sum of {@code (q + k)^-x} over all k from 0, by the Euler-Maclaurin formula (DLMF 25.11.5). It is +∞ for
     * {@code x = 1}, NaN for smaller {@code x}; at the poles, {@code q} = 0, -1, …, +∞ for even {@code x} and otherwise
     * NaN; for other negative {@code q} NaN unless {@code x} is an integer.
     */
    static double zeta(double x, double q) {
        if (x == 1) {
            return Double.POSITIVE_INFINITY;
        }
        if (!(x > 1) || Double.isNaN(q)) {
            return Double.NaN;
        }
        boolean integer = x == Math.rint(x);
        if (q <= 0) {
            if (q == Math.floor(q)) {
                return integer && x % 2 != 1 ? Double.POSITIVE_INFINITY : Double.NaN;
            }
            if (!integer) {
                return Double.NaN;
            }
            return negative(x, q);
        }
        return positive(x, q, 0);
    }

    /** For an integer {@code x > 1} and {@code q < 0} that is none. */
    private static double negative(double x, double q) {
        double fraction = q - Math.floor(q);
        if (q < -MAX_NEGATIVE_TERMS) {
            // The terms below 0 are, but for the sign, a part of the series that begins at 1 less the fraction.
            double below = positive(x, 1 - fraction, 0) - positive(x, 1 - q, 0);
            return positive(x, fraction, 0) + (x % 2 == 0 ? below : -below);
        }
        double sum = 0;
        for (double at = q; at < 0; at++) {
            sum += power(at, -x);
        }
        return positive(x, fraction, sum);
    }

    private static double power(double base, double exponent) {
        return ScalarFunctions.REFERENCE.apply(BinaryFunction.POW, base, exponent);
    }

    /** For {@code x > 1} and {@code q > 0}, added to {@code before}. */
    private static double positive(double x, double q, double before) {
        double sum = before;
        double at = q;
        for (int k = 0; k < DIRECT_TERMS; k++) {
            double term = power(at, -x);
            sum += term;
            if (Math.abs(term) < 0x1p-60 * Math.abs(sum)) {
                return sum;
            }
            at += 1;
        }
        double last = power(at, -x);
        sum += last * at / (x - 1) + last / 2;
        double factor = x * last / at;
        for (int k = 0; k < BERNOULLI.length; k++) {
            sum += BERNOULLI[k] * factor;
            factor *= (x + 2 * k + 1) * (x + 2 * k + 2) / (at * at);
        }
        return sum;
    }

    /** The derivative of order {@code n} of the digamma function; NaN unless {@code n} is 0, 1, 2 … */
    static double polygamma(double n, double x) {
        if (!(n >= 0) || n != Math.floor(n)) {
            return Double.NaN;
        }
        if (n == 0) {
            return ScalarFunctions.REFERENCE.apply(UnaryFunction.DIGAMMA, x);
        }
        double factorial = Math.exp(ScalarFunctions.REFERENCE.apply(UnaryFunction.LGAMMA, n + 1));
        if (n <= 20) {
            factorial = 1;
            for (int i = 2; i <= n; i++) {
                factorial *= i;
            }
        }
        return (n % 2 == 0 ? -1 : 1) * factorial * zeta(n + 1, x);
    }
}
