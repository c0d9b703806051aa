package io.leat.kernels;

/** The single-precision members of {@link Elementary}; a class of its own for its size. */
class FloatElementary {

    /** With shifts for both branches. */
    static final VectorForm EXP = new VectorForm((x, y, z, n) -> {
        VectorElementary.expShifted(x, 1, 0f, y, 3, n - n / 8);
        VectorElementary.expShifted(x, 1, 90f, z, 3, n / 8);
    });

    private static final VectorForm EXPM1 = new VectorForm((x, y, z, n) -> VectorElementary.expm1(x, 1, y, 3, n));

    private static final VectorForm LOG = new VectorForm((x, y, z, n) -> VectorElementary.log(x, 1, y, 3, n));

    private static final VectorForm LOG1P = new VectorForm((x, y, z, n) -> VectorElementary.log1p(x, 1, y, 3, n));

    private static final VectorForm TANH = new VectorForm((x, y, z, n) -> VectorElementary.tanh(x, 1, y, 3, n));

    /** With an argument for the rare branch. */
    private static final VectorForm SIGMOID = new VectorForm((x, y, z, n) -> {
        z[n / 2] = -100f;
        VectorElementary.sigmoid(z, 1, y, 3, n);
    });

    private static final VectorForm ERF = new VectorForm((x, y, z, n) -> VectorElementary.erf(x, 1, y, 3, n));

    private static final VectorForm POW = new VectorForm((x, y, z, n) -> VectorPow.pow(x, 1, y, 3, z, 0, n));

    FloatElementary() {}

    /** eˣ. */
    public static float exp(float x) {
        return FloatMath.exp(x);
    }

    /** eˣ - 1. */
    public static float expm1(float x) {
        return FloatMath.expm1(x);
    }

    /** The natural logarithm; -∞ at ±0, NaN below. */
    public static float log(float x) {
        return FloatMath.log(x);
    }

    /** log(1 + x); -∞ at -1, NaN below. */
    public static float log1p(float x) {
        return FloatMath.log1p(x);
    }

    /** The hyperbolic tangent. */
    public static float tanh(float x) {
        return FloatMath.tanh(x);
    }

    /** 1 / (1 + e⁻ˣ). */
    public static float sigmoid(float x) {
        return FloatMath.sigmoid(x);
    }

    /** 2/√π · ∫₀ˣ exp(-t²) dt. */
    public static float erf(float x) {
        return FloatMath.erf(x);
    }

    /** 1 - erf(x), without cancellation. */
    public static float erfc(float x) {
        return (float) DoubleMath.erfc(x);
    }

    /** log |Γ(x)|; +∞ at 0 and the negative integers. */
    public static float lgamma(float x) {
        return (float) GammaMath.lgamma(x);
    }

    /** Γ'(x) / Γ(x); NaN at 0 and the negative integers. */
    public static float digamma(float x) {
        return (float) GammaMath.digamma(x);
    }

    /** The sine. */
    public static float sin(float x) {
        return (float) Math.sin(x);
    }

    /** The cosine. */
    public static float cos(float x) {
        return (float) Math.cos(x);
    }

    /** The tangent. */
    public static float tan(float x) {
        return (float) Math.tan(x);
    }

    /** The arc sine. */
    public static float asin(float x) {
        return (float) Math.asin(x);
    }

    /** The arc cosine. */
    public static float acos(float x) {
        return (float) Math.acos(x);
    }

    /** The arc tangent. */
    public static float atan(float x) {
        return (float) Math.atan(x);
    }

    /** The hyperbolic sine. */
    public static float sinh(float x) {
        return (float) Math.sinh(x);
    }

    /** The hyperbolic cosine. */
    public static float cosh(float x) {
        return (float) Math.cosh(x);
    }

    /** The inverse hyperbolic sine. */
    public static float asinh(float x) {
        return (float) DoubleMath.asinh(x);
    }

    /** The inverse hyperbolic cosine; NaN below 1. */
    public static float acosh(float x) {
        return (float) DoubleMath.acosh(x);
    }

    /** The inverse hyperbolic tangent; ±∞ at ±1, NaN beyond. */
    public static float atanh(float x) {
        return (float) DoubleMath.atanh(x);
    }

    /** The square root. */
    public static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }

    /** 1 / √x; ±∞ at ±0. */
    public static float rsqrt(float x) {
        return 1f / (float) Math.sqrt(x);
    }

    /** 1 / x. */
    public static float reciprocal(float x) {
        return 1f / x;
    }

    /** The greatest integer not above. */
    public static float floor(float x) {
        return (float) Math.floor(x);
    }

    /** The least integer not below. */
    public static float ceil(float x) {
        return (float) Math.ceil(x);
    }

    /** The nearest integer; of two the even one. */
    public static float rint(float x) {
        return (float) Math.rint(x);
    }

    /** xʸ with C's special cases. */
    public static float pow(float x, float y) {
        return FloatMath.pow(x, y);
    }

    /** The angle of the point whose ordinate is x and whose abscissa is y, as {@link Math#atan2(double, double)}. */
    public static float atan2(float x, float y) {
        return (float) Math.atan2(x, y);
    }

    public static void exp(float[] x, int xo, float[] y, int yo, int n) {
        if (EXP.ready(n)) {
            VectorElementary.exp(x, xo, y, yo, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            y[yo + i] = FloatMath.exp(x[xo + i]);
        }
    }

    public static void expm1(float[] x, int xo, float[] y, int yo, int n) {
        if (EXPM1.ready(n)) {
            VectorElementary.expm1(x, xo, y, yo, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            y[yo + i] = FloatMath.expm1(x[xo + i]);
        }
    }

    public static void log(float[] x, int xo, float[] y, int yo, int n) {
        if (LOG.ready(n)) {
            VectorElementary.log(x, xo, y, yo, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            y[yo + i] = FloatMath.log(x[xo + i]);
        }
    }

    public static void log1p(float[] x, int xo, float[] y, int yo, int n) {
        if (LOG1P.ready(n)) {
            VectorElementary.log1p(x, xo, y, yo, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            y[yo + i] = FloatMath.log1p(x[xo + i]);
        }
    }

    public static void tanh(float[] x, int xo, float[] y, int yo, int n) {
        if (TANH.ready(n)) {
            VectorElementary.tanh(x, xo, y, yo, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            y[yo + i] = FloatMath.tanh(x[xo + i]);
        }
    }

    public static void sigmoid(float[] x, int xo, float[] y, int yo, int n) {
        if (SIGMOID.ready(n)) {
            VectorElementary.sigmoid(x, xo, y, yo, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            y[yo + i] = FloatMath.sigmoid(x[xo + i]);
        }
    }

    public static void erf(float[] x, int xo, float[] y, int yo, int n) {
        if (ERF.ready(n)) {
            VectorElementary.erf(x, xo, y, yo, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            y[yo + i] = FloatMath.erf(x[xo + i]);
        }
    }

    public static void erfc(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) DoubleMath.erfc(x[xo + i]);
        }
    }

    public static void lgamma(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) GammaMath.lgamma(x[xo + i]);
        }
    }

    public static void digamma(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) GammaMath.digamma(x[xo + i]);
        }
    }

    public static void sin(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) Math.sin(x[xo + i]);
        }
    }

    public static void cos(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) Math.cos(x[xo + i]);
        }
    }

    public static void tan(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) Math.tan(x[xo + i]);
        }
    }

    public static void asin(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) Math.asin(x[xo + i]);
        }
    }

    public static void acos(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) Math.acos(x[xo + i]);
        }
    }

    public static void atan(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) Math.atan(x[xo + i]);
        }
    }

    public static void sinh(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) Math.sinh(x[xo + i]);
        }
    }

    public static void cosh(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) Math.cosh(x[xo + i]);
        }
    }

    public static void asinh(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) DoubleMath.asinh(x[xo + i]);
        }
    }

    public static void acosh(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) DoubleMath.acosh(x[xo + i]);
        }
    }

    public static void atanh(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) DoubleMath.atanh(x[xo + i]);
        }
    }

    public static void sqrt(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) Math.sqrt(x[xo + i]);
        }
    }

    public static void rsqrt(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = 1f / (float) Math.sqrt(x[xo + i]);
        }
    }

    public static void reciprocal(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = 1f / x[xo + i];
        }
    }

    public static void floor(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) Math.floor(x[xo + i]);
        }
    }

    public static void ceil(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) Math.ceil(x[xo + i]);
        }
    }

    public static void rint(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = (float) Math.rint(x[xo + i]);
        }
    }

    public static void pow(float[] x, int xo, float[] y, int yo, float[] z, int zo, int n) {
        if (POW.ready(n)) {
            VectorPow.pow(x, xo, y, yo, z, zo, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            z[zo + i] = FloatMath.pow(x[xo + i], y[yo + i]);
        }
    }

    public static void atan2(float[] x, int xo, float[] y, int yo, float[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = (float) Math.atan2(x[xo + i], y[yo + i]);
        }
    }
}
