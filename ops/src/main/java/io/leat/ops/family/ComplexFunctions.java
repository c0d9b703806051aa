package io.leat.ops.family;

/**
 * Arithmetic and elementary functions of complex numbers, each a pair of real and imaginary part, in double precision:
 * what the plain meanings of ops are written with. Branch cuts are C's.
 */
public final class ComplexFunctions {
    private ComplexFunctions() {}

    public static double[] of(double re, double im) {
        return new double[] {re, im};
    }

    public static double[] multiply(double aRe, double aIm, double bRe, double bIm) {
        return of(aRe * bRe - aIm * bIm, aRe * bIm + aIm * bRe);
    }

    public static double[] multiply(double[] a, double[] b) {
        return multiply(a[0], a[1], b[0], b[1]);
    }

    /** Smith's method, which does not overflow where the quotient does not. */
    public static double[] divide(double aRe, double aIm, double bRe, double bIm) {
        if (Math.abs(bRe) >= Math.abs(bIm)) {
            double ratio = bIm / bRe;
            double scale = bRe + bIm * ratio;
            return bRe == 0
                    ? of(aRe / Math.abs(bRe), aIm / Math.abs(bRe))
                    : of((aRe + aIm * ratio) / scale, (aIm - aRe * ratio) / scale);
        }
        double ratio = bRe / bIm;
        double scale = bRe * ratio + bIm;
        return of((aRe * ratio + aIm) / scale, (aIm * ratio - aRe) / scale);
    }

    public static double[] divide(double[] a, double[] b) {
        return divide(a[0], a[1], b[0], b[1]);
    }

    public static double[] exp(double re, double im) {
        double r = Math.exp(re);
        return im == 0 ? of(r, im) : of(r * Math.cos(im), r * Math.sin(im));
    }

    /** Without the cancellation of {@code exp(z) - 1} near 0. */
    public static double[] expm1(double re, double im) {
        double half = Math.sin(im / 2);
        return of(Math.expm1(re) * Math.cos(im) - 2 * half * half, Math.exp(re) * Math.sin(im));
    }

    public static double[] log(double re, double im) {
        return of(Math.log(Math.hypot(re, im)), Math.atan2(im, re));
    }

    /** Without the cancellation of {@code log(1 + z)} near 0. */
    public static double[] log1p(double re, double im) {
        if (Math.abs(re) > 0.5 || Math.abs(im) > 0.5) {
            return log(1 + re, im);
        }
        return of(0.5 * Math.log1p(re * (2 + re) + im * im), Math.atan2(im, 1 + re));
    }

    public static double[] sqrt(double re, double im) {
        if (re == 0 && im == 0) {
            return of(0, im);
        }
        double t = Math.sqrt((Math.abs(re) + Math.hypot(re, im)) / 2);
        double s = Math.abs(im) / (2 * t);
        return re >= 0 ? of(t, Math.copySign(s, im)) : of(s, Math.copySign(t, im));
    }

    public static double[] pow(double aRe, double aIm, double bRe, double bIm) {
        if (bRe == 0 && bIm == 0) {
            return of(1, 0);
        }
        if (aRe == 0 && aIm == 0) {
            return bIm == 0 && bRe > 0 ? of(0, 0) : of(Double.NaN, Double.NaN);
        }
        double[] power = multiply(log(aRe, aIm), of(bRe, bIm));
        return exp(power[0], power[1]);
    }

    public static double[] sinh(double re, double im) {
        return of(Math.sinh(re) * Math.cos(im), Math.cosh(re) * Math.sin(im));
    }

    public static double[] cosh(double re, double im) {
        return of(Math.cosh(re) * Math.cos(im), Math.sinh(re) * Math.sin(im));
    }

    public static double[] tanh(double re, double im) {
        if (Math.abs(re) > 20) {
            return of(Math.copySign(1, re), Math.copySign(0, Math.sin(2 * im)));
        }
        return divide(sinh(re, im), cosh(re, im));
    }

    /** {@code sin z = -i sinh(iz)}. */
    public static double[] sin(double re, double im) {
        double[] s = sinh(-im, re);
        return of(s[1], -s[0]);
    }

    /** {@code cos z = cosh(iz)}. */
    public static double[] cos(double re, double im) {
        return cosh(-im, re);
    }

    /** {@code tan z = -i tanh(iz)}. */
    public static double[] tan(double re, double im) {
        double[] t = tanh(-im, re);
        return of(t[1], -t[0]);
    }

    /** By Kahan's formula, which keeps the parts accurate near the branch points. */
    public static double[] asinh(double re, double im) {
        double[] s1 = sqrt(1 + im, -re);
        double[] s2 = sqrt(1 - im, re);
        double real = s1[0] * s2[1] - s1[1] * s2[0];
        return of(realAsinh(real), Math.atan2(im, s1[0] * s2[0] - s1[1] * s2[1]));
    }

    public static double[] acosh(double re, double im) {
        double[] s1 = sqrt(re - 1, im);
        double[] s2 = sqrt(re + 1, im);
        return of(realAsinh(s1[0] * s2[0] + s1[1] * s2[1]), 2 * Math.atan2(s1[1], s2[0]));
    }

    /** {@code (log1p(z) - log1p(-z)) / 2}. */
    public static double[] atanh(double re, double im) {
        double[] a = log1p(re, im);
        double[] b = log1p(-re, -im);
        return of((a[0] - b[0]) / 2, (a[1] - b[1]) / 2);
    }

    /** {@code asin z = -i asinh(iz)}. */
    public static double[] asin(double re, double im) {
        double[] s = asinh(-im, re);
        return of(s[1], -s[0]);
    }

    public static double[] acos(double re, double im) {
        double[] s1 = sqrt(1 - re, -im);
        double[] s2 = sqrt(1 + re, im);
        return of(2 * Math.atan2(s1[0], s2[0]), realAsinh(s2[0] * s1[1] - s2[1] * s1[0]));
    }

    /** {@code atan z = -i atanh(iz)}. */
    public static double[] atan(double re, double im) {
        double[] t = atanh(-im, re);
        return of(t[1], -t[0]);
    }

    private static double realAsinh(double x) {
        double a = Math.abs(x);
        double y = a < 0x1p28 ? Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a))) : Math.log(a) + Math.log(2);
        return Math.copySign(y, x);
    }
}
