package io.leat.ir;

import io.leat.tensor.InternalException;

/** Elementary functions by the plainest formulas, in double precision. */
final class ReferenceFunctions implements ScalarFunctions {
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** Coefficients B(2k) / (2k (2k - 1)) of Stirling's series (Abramowitz and Stegun 6.1.41). */
    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
    };

    /** Coefficients B(2k) / 2k of the digamma function's series (Abramowitz and Stegun 6.3.18). */
    private static final double[] DIGAMMA = {
        1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12
    };

    @Override
    public float apply(UnaryFunction f, float x) {
        return (float) apply(f, (double) x);
    }

    @Override
    public float apply(BinaryFunction f, float a, float b) {
        return (float) apply(f, (double) a, (double) b);
    }

    @Override
    public double apply(BinaryFunction f, double a, double b) {
        return switch (f) {
            // C's pow, unlike Java's, is 1 for these.
            case POW -> a == 1 || (a == -1 && Double.isInfinite(b)) ? 1 : Math.pow(a, b);
            case ATAN2 -> Math.atan2(a, b);
            default -> throw new InternalException(f + " is not elementary");
        };
    }

    @Override
    public double apply(UnaryFunction f, double x) {
        return switch (f) {
            case EXP -> Math.exp(x);
            case EXPM1 -> Math.expm1(x);
            case LOG -> Math.log(x);
            case LOG1P -> Math.log1p(x);
            case TANH -> Math.tanh(x);
            case SIGMOID -> x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
            case ERF -> erf(x);
            case ERFC -> erfc(x);
            case LGAMMA -> lgamma(x);
            case DIGAMMA -> digamma(x);
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
            case TAN -> Math.tan(x);
            case ASIN -> Math.asin(x);
            case ACOS -> Math.acos(x);
            case ATAN -> Math.atan(x);
            case SINH -> Math.sinh(x);
            case COSH -> Math.cosh(x);
            case ASINH -> asinh(x);
            case ACOSH -> acosh(x);
            case ATANH -> 0.5 * (Math.log1p(x) - Math.log1p(-x));
            default -> throw new InternalException(f + " is not elementary");
        };
    }

    private static double asinh(double x) {
        double a = Math.abs(x);
        if (a > 1e8) {
            return Math.copySign(Math.log(a) + Math.log(2), x);
        }
        return Math.copySign(Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a))), x);
    }

    private static double acosh(double x) {
        if (x > 1e8) {
            return Math.log(x) + Math.log(2);
        }
        double t = x - 1;
        return t < 0 ? Double.NaN : Math.log1p(t + Math.sqrt(t * (t + 2)));
    }

    /** A series of positive terms (Abramowitz and Stegun 7.1.6); by the complement from 2 on. */
    private static double erf(double x) {
        if (!(Math.abs(x) < 2)) {
            return x < 0 ? erfc(-x) - 1 : 1 - erfc(x);
        }
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    /** A continued fraction from 1 on (Abramowitz and Stegun 7.1.14), evaluated from its far end. */
    private static double erfc(double x) {
        if (x < 1) {
            return 1 - erf(x);
        }
        double fraction = x;
        for (int k = 400; k >= 1; k--) {
            fraction = x + k / 2.0 / fraction;
        }
        // exp(-x²) with the rounding error of x² put back.
        double square = x * x;
        double error = Math.fma(x, x, -square);
        return x > 27.3 ? 0 : Math.exp(-square) * (1 - error) / (Math.sqrt(Math.PI) * fraction);
    }

    /** The logarithm of the gamma function's absolute value. */
    private static double lgamma(double x) {
        if (Double.isInfinite(x) || (x <= 0 && x == Math.rint(x))) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < 0.5) {
            // Reflection; the sine of the fraction, which is exact.
            double fraction = x - 2 * Math.rint(x / 2);
            return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * fraction))) - lgamma(1 - x);
        }
        if (x < 1.5) {
            return LgammaSeries.at(x - 1) - Math.log(x);
        }
        if (x < 12) {
            double product = 1;
            double y = x;
            while (y >= 2.5) {
                y--;
                product *= y;
            }
            return LgammaSeries.at(y - 2) + Math.log(product);
        }
        double sum = 0;
        for (int k = STIRLING.length - 1; k >= 0; k--) {
            sum = sum / (x * x) + STIRLING[k];
        }
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + sum / x;
    }

    /** NaN at the poles. */
    private static double digamma(double x) {
        if (x <= 0) {
            double fraction = x - Math.rint(x);
            return fraction == 0 ? Double.NaN : digamma(1 - x) - Math.PI / Math.tan(Math.PI * fraction);
        }
        double shift = 0;
        double y = x;
        while (y < 12) {
            shift += 1 / y;
            y++;
        }
        double sum = 0;
        for (int k = DIGAMMA.length - 1; k >= 0; k--) {
            sum = (sum + DIGAMMA[k]) / (y * y);
        }
        return Math.log(y) - 0.5 / y - sum - shift;
    }
}
