package io.leat.ops.math;

import io.leat.ir.ScalarFunctions;
import io.leat.ir.UnaryFunction;

/** The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22). */
final class BetaFunction {
    private static final int MAX_TERMS = 20_000;
    private static final double TINY = 1e-300;

    private BetaFunction() {}

    /** NaN outside of {@code a > 0, b > 0, 0 <= x <= 1}. */
    static double incomplete(double a, double b, double x) {
        if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) {
            return Double.NaN;
        }
        if (x == 0 || x == 1) {
            return x;
        }
        double log = lgamma(a + b) - lgamma(a) - lgamma(b) + a * Math.log(x) + b * Math.log1p(-x);
        double factor = Math.exp(log);
        return x < (a + 1) / (a + b + 2) ? factor * fraction(a, b, x) / a : 1 - factor * fraction(b, a, 1 - x) / b;
    }

    private static double lgamma(double x) {
        return ScalarFunctions.REFERENCE.apply(UnaryFunction.LGAMMA, x);
    }

    /** {@code 1/(1 + d1/(1 + d2/(1 + …)))} by Lentz's method. */
    private static double fraction(double a, double b, double x) {
        double d = notZero(1 - (a + b) * x / (a + 1));
        double c = 1;
        double result = 1 / d;
        d = 1 / d;
        for (int m = 1; m < MAX_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / notZero(1 + even * d);
            c = notZero(1 + even / c);
            result *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / notZero(1 + odd * d);
            c = notZero(1 + odd / c);
            result *= c * d;
            if (Math.abs(c * d - 1) < 0x1p-52) {
                break;
            }
        }
        return result;
    }

    private static double notZero(double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }
}
