package io.leat.kernels;

/**
 * Single-precision functions whose scalar form and vector form ({@link VectorElementary}) are the same sequence of IEEE
 * operations, so that both give the same bits. Constants shared with the vector form are package-private.
 *
 * <p>The polynomials are minimax fits of the relative error of the result (Remez exchange in 60-digit arithmetic, then
 * rounded to float); the comment at each says what is approximated, and where.
 */
final class FloatMath {

    /** Adding 1.5 · 2²³ rounds to an integer, which then stands in the low bits. */
    static final float MAGIC = 0x1.8p23f;

    static final int MAGIC_BITS = 0x4B400000;
    static final float LOG2_E = 0x1.715476p0f;
    static final float LN2_HIGH = 0x1.62e43p-1f;
    static final float LN2_LOW = -0x1.05c61p-29f;
    static final float EXP_MAX = 89f;
    static final float EXP_MIN = -104f;
    /** Up to this magnitude results are normal, and so are all powers of two on the way. */
    static final float EXP_NORMAL = 87f;

    static final float EXPM1_MIN = -30f;
    static final float TINY = 0x1p-25f;
    static final int SIGN = 0x80000000;

    /** (exp(r) - 1 - r) / r², |r| ≤ ln2 / 2. */
    static final float E2 = 0.5f;

    static final float E3 = 0.166666672f;
    static final float E4 = 0.0416663513f;
    static final float E5 = 0.0083332723f;
    static final float E6 = 0.0013941311f;
    static final float E7 = 0.000199145943f;

    /** (log(1 + f) - f + f²/2) / f³, 1 + f between √½ and √2. */
    static final float L3 = 0.333333105f;

    static final float L4 = -0.249999866f;
    static final float L5 = 0.200022265f;
    static final float L6 = -0.166692525f;
    static final float L7 = 0.142186627f;
    static final float L8 = -0.123843327f;
    static final float L9 = 0.118729301f;
    static final float L10 = -0.117898829f;
    static final float L11 = 0.0691555142f;
    static final int SQRT_HALF_BITS = 0x3F3504F3;

    /** (tanh(a) / a - 1) / a² as a polynomial in a², a ≤ 0.625. */
    static final float T1 = -0.333332837f;

    static final float T2 = 0.133315012f;
    static final float T3 = -0.0537444316f;
    static final float T4 = 0.0206538066f;
    static final float T5 = -0.00572082121f;
    static final float TANH_SMALL = 0.625f;
    static final float TANH_MAX = 10f;

    /** erf(a) / a - 1 as a polynomial in a², a ≤ 1. */
    static final float F0 = 0.128379166f;

    static final float F1 = -0.376126379f;
    static final float F2 = 0.112837806f;
    static final float F3 = -0.0268653259f;
    static final float F4 = 0.00522071635f;
    static final float F5 = -0.000847924792f;
    static final float F6 = 0.000112293179f;
    static final float F7 = -9.55812538e-06f;

    /** log(1 - erf(a)), 1 ≤ a ≤ 4. */
    static final float Q0 = -0.000320627965f;

    static final float Q1 = -1.1271714f;
    static final float Q2 = -0.638012588f;
    static final float Q3 = -0.103217863f;
    static final float Q4 = 0.0218894742f;
    static final float Q5 = -0.00296007143f;
    static final float Q6 = 0.000187600337f;
    static final float ERF_MAX = 4f;

    private FloatMath() {}

    /** {@code exp(r) - 1 - high}, where {@code r = x - k·ln2}, {@code magic = MAGIC + k}. */
    private static float beyond(float high, float magic) {
        float low = (magic - MAGIC) * -LN2_LOW;
        float r = high + low;
        float q = Math.fma(E7, r, E6);
        q = Math.fma(q, r, E5);
        q = Math.fma(q, r, E4);
        q = Math.fma(q, r, E3);
        q = Math.fma(q, r, E2);
        return Math.fma(r * r, q, low);
    }

    /** {@code x - k·ln2} without the last bits of ln2: exact. */
    private static float high(float x, float magic) {
        return Math.fma(magic - MAGIC, -LN2_HIGH, x);
    }

    /** {@code exp(x) / 2^k}: one rounding of the whole, and one of a part below a half. */
    private static float expReduced(float x, float magic) {
        float high = high(x, magic);
        return 1f + (high + beyond(high, magic));
    }

    /** {@code 2^n} for a normal result. */
    private static float power2(int n) {
        return Float.intBitsToFloat((n + 127) << 23);
    }

    static float exp(float x) {
        float c = Math.max(Math.min(x, EXP_MAX), EXP_MIN);
        float magic = Math.fma(c, LOG2_E, MAGIC);
        int n = Float.floatToRawIntBits(magic) - MAGIC_BITS;
        float p = expReduced(c, magic);
        int half = n >> 1; // two factors: the result may be infinite or denormal
        return p * power2(half) * power2(n - half);
    }

    static float expm1(float x) {
        if (Math.abs(x) < TINY) {
            return x;
        }
        float c = Math.max(Math.min(x, EXP_MAX), EXPM1_MIN);
        float magic = Math.fma(c, LOG2_E, MAGIC);
        int n = Float.floatToRawIntBits(magic) - MAGIC_BITS;
        float high = high(c, magic);
        float p = high + beyond(high, magic);
        float half = power2(n - 1);
        return 2f * Math.fma(half, p, half - 0.5f);
    }

    static float sigmoid(float x) {
        return sigmoidOfExp(x, exp(-Math.abs(x)));
    }

    /** The quotient, corrected by what the rounding of {@code 1 + e} lost; {@code e = exp(-|x|)}. */
    static float sigmoidOfExp(float x, float e) {
        float d = e + 1f;
        float q = (x < 0f ? e : 1f) / d;
        return Math.fma(q, -((1f - d) + e), q);
    }

    static float tanh(float x) {
        return tanhOfExp(x, exp(2f * Math.min(Math.abs(x), TANH_MAX)));
    }

    /** {@code e = exp(2|x|)}, or so. */
    static float tanhOfExp(float x, float e) {
        float a = Math.abs(x);
        float y = 1f - 2f / (e + 1f);
        if (a < TANH_SMALL) {
            float s = a * a;
            float t = Math.fma(T5, s, T4);
            t = Math.fma(t, s, T3);
            t = Math.fma(t, s, T2);
            t = Math.fma(t, s, T1);
            y = Math.fma(a * s, t, a);
        }
        return Math.copySign(y, x);
    }

    static float erf(float x) {
        return erfOfExp(x, exp(logErfc(x)));
    }

    /** log(1 - erf(|x|)) where |x| ≥ 1. */
    static float logErfc(float x) {
        float c = Math.min(Math.abs(x), ERF_MAX);
        float q = Math.fma(Q6, c, Q5);
        q = Math.fma(q, c, Q4);
        q = Math.fma(q, c, Q3);
        q = Math.fma(q, c, Q2);
        q = Math.fma(q, c, Q1);
        return Math.fma(q, c, Q0);
    }

    /** {@code e = 1 - erf(|x|)} where |x| ≥ 1. */
    static float erfOfExp(float x, float e) {
        float a = Math.abs(x);
        float y = 1f - e;
        if (a < 1f) {
            float s = a * a;
            float t = Math.fma(F7, s, F6);
            t = Math.fma(t, s, F5);
            t = Math.fma(t, s, F4);
            t = Math.fma(t, s, F3);
            t = Math.fma(t, s, F2);
            t = Math.fma(t, s, F1);
            t = Math.fma(t, s, F0);
            y = Math.fma(a, t, a);
        }
        return Math.copySign(y, x);
    }

    /** {@code e·ln2 + log(1 + f)}. */
    private static float logReduced(float e, float f) {
        float p = Math.fma(L11, f, L10);
        p = Math.fma(p, f, L9);
        p = Math.fma(p, f, L8);
        p = Math.fma(p, f, L7);
        p = Math.fma(p, f, L6);
        p = Math.fma(p, f, L5);
        p = Math.fma(p, f, L4);
        p = Math.fma(p, f, L3);
        p = Math.fma(p, f, -0.5f);
        float r = Math.fma(e, LN2_LOW, f * f * p);
        return Math.fma(e, LN2_HIGH, f + r);
    }

    static float log(float x) {
        if (!(x > 0f && x < Float.POSITIVE_INFINITY)) {
            return x == 0f ? Float.NEGATIVE_INFINITY : x < 0f ? Float.NaN : x;
        }
        boolean denormal = x < Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(denormal ? x * 0x1p23f : x) - SQRT_HALF_BITS;
        float e = (float) ((bits >> 23) - (denormal ? 23 : 0));
        float m = Float.intBitsToFloat((bits & 0x7FFFFF) + SQRT_HALF_BITS);
        return logReduced(e, m - 1f);
    }

    static float log1p(float x) {
        if (Math.abs(x) < TINY) {
            return x;
        }
        if (!(x > -1f && x < Float.POSITIVE_INFINITY)) {
            return x == -1f ? Float.NEGATIVE_INFINITY : x < -1f ? Float.NaN : x;
        }
        float u = 1f + x;
        float v = u - 1f;
        float lost = (1f - (u - v)) + (x - v);
        int bits = Float.floatToRawIntBits(u) - SQRT_HALF_BITS;
        int e = bits >> 23;
        float m = Float.intBitsToFloat((bits & 0x7FFFFF) + SQRT_HALF_BITS);
        return logReduced((float) e, Math.fma(lost, power2(-Math.min(e, 126)), m - 1f));
    }

    /** Through {@code exp2(y·log2(x))} in double precision. */
    static float pow(float x, float y) {
        if (!(x > 0f && x < Float.POSITIVE_INFINITY && Math.abs(y) < Float.POSITIVE_INFINITY)) {
            return (float) PowMath.pow(x, y);
        }
        return (float) PowMath.exp2(y * PowMath.log2(x));
    }
}
