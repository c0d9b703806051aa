package io.leat.kernels;

/** The double-precision members of {@link Elementary}; a class of its own for its size. */
class DoubleElementary extends FloatElementary {

    DoubleElementary() {}

    /** eˣ. */
    public static double exp(double x) {
        return Math.exp(x);
    }

    /** eˣ - 1. */
    public static double expm1(double x) {
        return Math.expm1(x);
    }

    /** The natural logarithm; -∞ at ±0, NaN below. */
    public static double log(double x) {
        return Math.log(x);
    }

    /** log(1 + x); -∞ at -1, NaN below. */
    public static double log1p(double x) {
        return Math.log1p(x);
    }

    /** The hyperbolic tangent. */
    public static double tanh(double x) {
        return Math.tanh(x);
    }

    /** 1 / (1 + e⁻ˣ). */
    public static double sigmoid(double x) {
        return DoubleMath.sigmoid(x);
    }

    /** 2/√π · ∫₀ˣ exp(-t²) dt. */
    public static double erf(double x) {
        return DoubleMath.erf(x);
    }

    /** 1 - erf(x), without cancellation. */
    public static double erfc(double x) {
        return DoubleMath.erfc(x);
    }

    /** log |Γ(x)|; +∞ at 0 and the negative integers. */
    public static double lgamma(double x) {
        return GammaMath.lgamma(x);
    }

    /** Γ'(x) / Γ(x); NaN at 0 and the negative integers. */
    public static double digamma(double x) {
        return GammaMath.digamma(x);
    }

    /** The sine. */
    public static double sin(double x) {
        return Math.sin(x);
    }

    /** The cosine. */
    public static double cos(double x) {
        return Math.cos(x);
    }

    /** The tangent. */
    public static double tan(double x) {
        return Math.tan(x);
    }

    /** The arc sine. */
    public static double asin(double x) {
        return Math.asin(x);
    }

    /** The arc cosine. */
    public static double acos(double x) {
        return Math.acos(x);
    }

    /** The arc tangent. */
    public static double atan(double x) {
        return Math.atan(x);
    }

    /** The hyperbolic sine. */
    public static double sinh(double x) {
        return Math.sinh(x);
    }

    /** The hyperbolic cosine. */
    public static double cosh(double x) {
        return Math.cosh(x);
    }

    /** The inverse hyperbolic sine. */
    public static double asinh(double x) {
        return DoubleMath.asinh(x);
    }

    /** The inverse hyperbolic cosine; NaN below 1. */
    public static double acosh(double x) {
        return DoubleMath.acosh(x);
    }

    /** The inverse hyperbolic tangent; ±∞ at ±1, NaN beyond. */
    public static double atanh(double x) {
        return DoubleMath.atanh(x);
    }

    /** The square root. */
    public static double sqrt(double x) {
        return Math.sqrt(x);
    }

    /** 1 / √x; ±∞ at ±0. */
    public static double rsqrt(double x) {
        return 1 / Math.sqrt(x);
    }

    /** 1 / x. */
    public static double reciprocal(double x) {
        return 1 / x;
    }

    /** The greatest integer not above. */
    public static double floor(double x) {
        return Math.floor(x);
    }

    /** The least integer not below. */
    public static double ceil(double x) {
        return Math.ceil(x);
    }

    /** The nearest integer; of two the even one. */
    public static double rint(double x) {
        return Math.rint(x);
    }

    /** xʸ with C's special cases. */
    public static double pow(double x, double y) {
        return PowMath.pow(x, y);
    }

    /** The angle of the point whose ordinate is x and whose abscissa is y, as {@link Math#atan2(double, double)}. */
    public static double atan2(double x, double y) {
        return Math.atan2(x, y);
    }

    public static void exp(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.exp(x[xo + i]);
        }
    }

    public static void expm1(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.expm1(x[xo + i]);
        }
    }

    public static void log(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.log(x[xo + i]);
        }
    }

    public static void log1p(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.log1p(x[xo + i]);
        }
    }

    public static void tanh(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.tanh(x[xo + i]);
        }
    }

    public static void sigmoid(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = DoubleMath.sigmoid(x[xo + i]);
        }
    }

    public static void erf(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = DoubleMath.erf(x[xo + i]);
        }
    }

    public static void erfc(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = DoubleMath.erfc(x[xo + i]);
        }
    }

    public static void lgamma(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = GammaMath.lgamma(x[xo + i]);
        }
    }

    public static void digamma(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = GammaMath.digamma(x[xo + i]);
        }
    }

    public static void sin(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.sin(x[xo + i]);
        }
    }

    public static void cos(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.cos(x[xo + i]);
        }
    }

    public static void tan(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.tan(x[xo + i]);
        }
    }

    public static void asin(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.asin(x[xo + i]);
        }
    }

    public static void acos(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.acos(x[xo + i]);
        }
    }

    public static void atan(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.atan(x[xo + i]);
        }
    }

    public static void sinh(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.sinh(x[xo + i]);
        }
    }

    public static void cosh(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.cosh(x[xo + i]);
        }
    }

    public static void asinh(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = DoubleMath.asinh(x[xo + i]);
        }
    }

    public static void acosh(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = DoubleMath.acosh(x[xo + i]);
        }
    }

    public static void atanh(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = DoubleMath.atanh(x[xo + i]);
        }
    }

    public static void sqrt(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.sqrt(x[xo + i]);
        }
    }

    public static void rsqrt(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = 1 / Math.sqrt(x[xo + i]);
        }
    }

    public static void reciprocal(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = 1 / x[xo + i];
        }
    }

    public static void floor(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.floor(x[xo + i]);
        }
    }

    public static void ceil(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.ceil(x[xo + i]);
        }
    }

    public static void rint(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.rint(x[xo + i]);
        }
    }

    public static void pow(double[] x, int xo, double[] y, int yo, double[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = PowMath.pow(x[xo + i], y[yo + i]);
        }
    }

    public static void atan2(double[] x, int xo, double[] y, int yo, double[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = Math.atan2(x[xo + i], y[yo + i]);
        }
    }
}
