package io.leat.kernels;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector forms of {@link FloatMath}'s functions over tiles: the same operations on every lane, hence the same bits;
 * the elements past the last full vector take the scalar form.
 *
 * <p>The loops call nothing but the Vector API. C2 stops inlining ordinary methods into a loop of this size, and a
 * vector that crosses a call is boxed, which costs several times the arithmetic. For the same reason functions made of
 * an exponential run as passes over a small buffer around the one exponential loop.
 */
final class VectorElementary {

    private static final VectorSpecies<Float> S = Lanes.FLOAT;
    private static final int L = S.length();
    private static final int BUFFER = 256;

    private VectorElementary() {}

    static void exp(float[] x, int xo, float[] y, int yo, int n) {
        expShifted(x, xo, 0f, y, yo, n);
    }

    /**
     * {@code y = exp(x - shift)}. Where a result of the vector may not be normal, {@link #expWide} computes it; the
     * others need no clamps, and their exponent is added to their bits.
     */
    static void expShifted(float[] x, int xo, float shift, float[] y, int yo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector c = FloatVector.fromArray(S, x, xo + i).sub(shift);
            if (!c.abs().compare(LE, FloatMath.EXP_NORMAL).allTrue()) {
                expWide(x, xo + i, shift, y, yo + i, L);
                continue;
            }
            FloatVector magic = c.lanewise(FMA, FloatMath.LOG2_E, FloatMath.MAGIC);
            FloatVector k = magic.sub(FloatMath.MAGIC);
            FloatVector high = k.lanewise(FMA, -FloatMath.LN2_HIGH, c);
            FloatVector low = k.mul(-FloatMath.LN2_LOW);
            FloatVector r = high.add(low);
            FloatVector q = r.lanewise(FMA, FloatMath.E7, FloatMath.E6);
            q = q.lanewise(FMA, r, FloatMath.E5);
            q = q.lanewise(FMA, r, FloatMath.E4);
            q = q.lanewise(FMA, r, FloatMath.E3);
            q = q.lanewise(FMA, r, FloatMath.E2);
            FloatVector p = r.mul(r).lanewise(FMA, q, low).add(high).add(1f);
            p.reinterpretAsInts()
                    .add(magic.reinterpretAsInts().lanewise(LSHL, 23))
                    .reinterpretAsFloats()
                    .intoArray(y, yo + i);
        }
        for (; i < n; i++) {
            y[yo + i] = FloatMath.exp(x[xo + i] - shift);
        }
    }

    /** {@link #expShifted} for any arguments. */
    static void expWide(float[] x, int xo, float shift, float[] y, int yo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector c = FloatVector.fromArray(S, x, xo + i)
                    .sub(shift)
                    .min(FloatMath.EXP_MAX)
                    .max(FloatMath.EXP_MIN);
            FloatVector magic = c.lanewise(FMA, FloatMath.LOG2_E, FloatMath.MAGIC);
            FloatVector k = magic.sub(FloatMath.MAGIC);
            FloatVector high = k.lanewise(FMA, -FloatMath.LN2_HIGH, c);
            FloatVector low = k.mul(-FloatMath.LN2_LOW);
            FloatVector r = high.add(low);
            FloatVector q = r.lanewise(FMA, FloatMath.E7, FloatMath.E6);
            q = q.lanewise(FMA, r, FloatMath.E5);
            q = q.lanewise(FMA, r, FloatMath.E4);
            q = q.lanewise(FMA, r, FloatMath.E3);
            q = q.lanewise(FMA, r, FloatMath.E2);
            FloatVector p = r.mul(r).lanewise(FMA, q, low).add(high).add(1f);
            IntVector exponent = magic.reinterpretAsInts().sub(FloatMath.MAGIC_BITS);
            IntVector half = exponent.lanewise(ASHR, 1);
            IntVector rest = exponent.sub(half);
            p.mul(half.add(127).lanewise(LSHL, 23).reinterpretAsFloats())
                    .mul(rest.add(127).lanewise(LSHL, 23).reinterpretAsFloats())
                    .intoArray(y, yo + i);
        }
        for (; i < n; i++) {
            y[yo + i] = FloatMath.exp(x[xo + i] - shift);
        }
    }

    static void expm1(float[] x, int xo, float[] y, int yo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            FloatVector c = v.min(FloatMath.EXP_MAX).max(FloatMath.EXPM1_MIN);
            FloatVector magic = c.lanewise(FMA, FloatMath.LOG2_E, FloatMath.MAGIC);
            FloatVector k = magic.sub(FloatMath.MAGIC);
            FloatVector high = k.lanewise(FMA, -FloatMath.LN2_HIGH, c);
            FloatVector low = k.mul(-FloatMath.LN2_LOW);
            FloatVector r = high.add(low);
            FloatVector q = r.lanewise(FMA, FloatMath.E7, FloatMath.E6);
            q = q.lanewise(FMA, r, FloatMath.E5);
            q = q.lanewise(FMA, r, FloatMath.E4);
            q = q.lanewise(FMA, r, FloatMath.E3);
            q = q.lanewise(FMA, r, FloatMath.E2);
            FloatVector p = high.add(r.mul(r).lanewise(FMA, q, low));
            FloatVector half = magic.reinterpretAsInts()
                    .add(126 - FloatMath.MAGIC_BITS)
                    .lanewise(LSHL, 23)
                    .reinterpretAsFloats();
            half.lanewise(FMA, p, half.sub(0.5f))
                    .mul(2f)
                    .blend(v, v.abs().compare(LT, FloatMath.TINY))
                    .intoArray(y, yo + i);
        }
        for (; i < n; i++) {
            y[yo + i] = FloatMath.expm1(x[xo + i]);
        }
    }

    static void sigmoid(float[] x, int xo, float[] y, int yo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            FloatVector c = v.abs().neg();
            if (!c.compare(GE, -FloatMath.EXP_NORMAL).allTrue()) {
                sigmoidWide(x, xo + i, y, yo + i, L);
                continue;
            }
            FloatVector magic = c.lanewise(FMA, FloatMath.LOG2_E, FloatMath.MAGIC);
            FloatVector k = magic.sub(FloatMath.MAGIC);
            FloatVector high = k.lanewise(FMA, -FloatMath.LN2_HIGH, c);
            FloatVector low = k.mul(-FloatMath.LN2_LOW);
            FloatVector r = high.add(low);
            FloatVector q = r.lanewise(FMA, FloatMath.E7, FloatMath.E6);
            q = q.lanewise(FMA, r, FloatMath.E5);
            q = q.lanewise(FMA, r, FloatMath.E4);
            q = q.lanewise(FMA, r, FloatMath.E3);
            q = q.lanewise(FMA, r, FloatMath.E2);
            FloatVector p = r.mul(r).lanewise(FMA, q, low).add(high).add(1f);
            FloatVector e = p.reinterpretAsInts()
                    .add(magic.reinterpretAsInts().lanewise(LSHL, 23))
                    .reinterpretAsFloats();
            FloatVector d = e.add(1f);
            FloatVector one = FloatVector.broadcast(S, 1f);
            FloatVector quotient = one.blend(e, v.compare(LT, 0f)).div(d);
            quotient.lanewise(FMA, one.sub(d).add(e).neg(), quotient).intoArray(y, yo + i);
        }
        for (; i < n; i++) {
            y[yo + i] = FloatMath.sigmoid(x[xo + i]);
        }
    }

    /** {@link #sigmoid} for any arguments. */
    static void sigmoidWide(float[] x, int xo, float[] y, int yo, int n) {
        float[] e = new float[Math.min(n, BUFFER)];
        for (int o = 0; o < n; o += BUFFER) {
            int m = Math.min(n - o, BUFFER);
            negativeMagnitude(x, xo + o, e, m);
            expWide(e, 0, 0f, e, 0, m);
            sigmoidOfExp(x, xo + o, e, y, yo + o, m);
        }
    }

    private static void negativeMagnitude(float[] x, int xo, float[] e, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector.fromArray(S, x, xo + i).abs().neg().intoArray(e, i);
        }
        for (; i < n; i++) {
            e[i] = -Math.abs(x[xo + i]);
        }
    }

    private static void sigmoidOfExp(float[] x, int xo, float[] e, float[] y, int yo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            FloatVector w = FloatVector.fromArray(S, e, i);
            FloatVector d = w.add(1f);
            FloatVector one = FloatVector.broadcast(S, 1f);
            FloatVector q = one.blend(w, v.compare(LT, 0f)).div(d);
            q.lanewise(FMA, one.sub(d).add(w).neg(), q).intoArray(y, yo + i);
        }
        for (; i < n; i++) {
            y[yo + i] = FloatMath.sigmoidOfExp(x[xo + i], e[i]);
        }
    }

    /** The exponential is that of 0 to 20, so always normal; a NaN comes through as its scaled part does. */
    static void tanh(float[] x, int xo, float[] y, int yo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            FloatVector a = v.abs();
            FloatVector c = a.blend(FloatMath.TANH_MAX, a.compare(GT, FloatMath.TANH_MAX))
                    .mul(2f);
            FloatVector magic = c.lanewise(FMA, FloatMath.LOG2_E, FloatMath.MAGIC);
            FloatVector k = magic.sub(FloatMath.MAGIC);
            FloatVector high = k.lanewise(FMA, -FloatMath.LN2_HIGH, c);
            FloatVector low = k.mul(-FloatMath.LN2_LOW);
            FloatVector r = high.add(low);
            FloatVector q = r.lanewise(FMA, FloatMath.E7, FloatMath.E6);
            q = q.lanewise(FMA, r, FloatMath.E5);
            q = q.lanewise(FMA, r, FloatMath.E4);
            q = q.lanewise(FMA, r, FloatMath.E3);
            q = q.lanewise(FMA, r, FloatMath.E2);
            FloatVector p = r.mul(r).lanewise(FMA, q, low).add(high).add(1f);
            FloatVector e = p.mul(
                    magic.reinterpretAsInts().lanewise(LSHL, 23).add(127 << 23).reinterpretAsFloats());
            FloatVector s = a.mul(a);
            FloatVector t = s.lanewise(FMA, FloatMath.T5, FloatMath.T4);
            t = t.lanewise(FMA, s, FloatMath.T3);
            t = t.lanewise(FMA, s, FloatMath.T2);
            t = t.lanewise(FMA, s, FloatMath.T1);
            FloatVector small = a.mul(s).lanewise(FMA, t, a);
            FloatVector quotient = FloatVector.broadcast(S, 2f).div(e.add(1f));
            FloatVector m =
                    FloatVector.broadcast(S, 1f).sub(quotient).blend(small, a.compare(LT, FloatMath.TANH_SMALL));
            m.reinterpretAsInts()
                    .or(v.reinterpretAsInts().and(FloatMath.SIGN))
                    .reinterpretAsFloats()
                    .intoArray(y, yo + i);
        }
        for (; i < n; i++) {
            y[yo + i] = FloatMath.tanh(x[xo + i]);
        }
    }

    static void erf(float[] x, int xo, float[] y, int yo, int n) {
        float[] e = new float[Math.min(n, BUFFER)];
        for (int o = 0; o < n; o += BUFFER) {
            int m = Math.min(n - o, BUFFER);
            logErfc(x, xo + o, e, m);
            expShifted(e, 0, 0f, e, 0, m);
            erfOfExp(x, xo + o, e, y, yo + o, m);
        }
    }

    private static void logErfc(float[] x, int xo, float[] e, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector c = FloatVector.fromArray(S, x, xo + i).abs().min(FloatMath.ERF_MAX);
            FloatVector q = c.lanewise(FMA, FloatMath.Q6, FloatMath.Q5);
            q = q.lanewise(FMA, c, FloatMath.Q4);
            q = q.lanewise(FMA, c, FloatMath.Q3);
            q = q.lanewise(FMA, c, FloatMath.Q2);
            q = q.lanewise(FMA, c, FloatMath.Q1);
            q = q.lanewise(FMA, c, FloatMath.Q0);
            q.intoArray(e, i);
        }
        for (; i < n; i++) {
            e[i] = FloatMath.logErfc(x[xo + i]);
        }
    }

    private static void erfOfExp(float[] x, int xo, float[] e, float[] y, int yo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            FloatVector a = v.abs();
            FloatVector s = a.mul(a);
            FloatVector t = s.lanewise(FMA, FloatMath.F7, FloatMath.F6);
            t = t.lanewise(FMA, s, FloatMath.F5);
            t = t.lanewise(FMA, s, FloatMath.F4);
            t = t.lanewise(FMA, s, FloatMath.F3);
            t = t.lanewise(FMA, s, FloatMath.F2);
            t = t.lanewise(FMA, s, FloatMath.F1);
            t = t.lanewise(FMA, s, FloatMath.F0);
            FloatVector big = FloatVector.broadcast(S, 1f).sub(FloatVector.fromArray(S, e, i));
            FloatVector m = big.blend(a.lanewise(FMA, t, a), a.compare(LT, 1f));
            m.reinterpretAsInts()
                    .or(v.reinterpretAsInts().and(FloatMath.SIGN))
                    .reinterpretAsFloats()
                    .intoArray(y, yo + i);
        }
        for (; i < n; i++) {
            y[yo + i] = FloatMath.erfOfExp(x[xo + i], e[i]);
        }
    }

    static void log(float[] x, int xo, float[] y, int yo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            VectorMask<Float> denormal = v.compare(LT, Float.MIN_NORMAL);
            IntVector bits =
                    v.blend(v.mul(0x1p23f), denormal).reinterpretAsInts().sub(FloatMath.SQRT_HALF_BITS);
            FloatVector e = (FloatVector) bits.lanewise(ASHR, 23).convert(I2F, 0);
            e = e.blend(e.sub(23f), denormal);
            FloatVector f = bits.and(0x7FFFFF)
                    .add(FloatMath.SQRT_HALF_BITS)
                    .reinterpretAsFloats()
                    .sub(1f);
            FloatVector p = f.lanewise(FMA, FloatMath.L11, FloatMath.L10);
            p = p.lanewise(FMA, f, FloatMath.L9);
            p = p.lanewise(FMA, f, FloatMath.L8);
            p = p.lanewise(FMA, f, FloatMath.L7);
            p = p.lanewise(FMA, f, FloatMath.L6);
            p = p.lanewise(FMA, f, FloatMath.L5);
            p = p.lanewise(FMA, f, FloatMath.L4);
            p = p.lanewise(FMA, f, FloatMath.L3);
            p = p.lanewise(FMA, f, -0.5f);
            FloatVector r = e.lanewise(FMA, FloatMath.LN2_LOW, f.mul(f).mul(p)).add(f);
            v.blend(
                            e.lanewise(FMA, FloatMath.LN2_HIGH, r),
                            v.compare(GT, 0f).and(v.compare(LT, Float.POSITIVE_INFINITY)))
                    .blend(Float.NEGATIVE_INFINITY, v.compare(EQ, 0f))
                    .blend(Float.NaN, v.compare(LT, 0f))
                    .intoArray(y, yo + i);
        }
        for (; i < n; i++) {
            y[yo + i] = FloatMath.log(x[xo + i]);
        }
    }

    static void log1p(float[] x, int xo, float[] y, int yo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            FloatVector u = v.add(1f);
            FloatVector w = u.sub(1f);
            FloatVector lost = FloatVector.broadcast(S, 1f).sub(u.sub(w)).add(v.sub(w));
            IntVector bits = u.reinterpretAsInts().sub(FloatMath.SQRT_HALF_BITS);
            IntVector exponent = bits.lanewise(ASHR, 23);
            FloatVector scale =
                    exponent.min(126).neg().add(127).lanewise(LSHL, 23).reinterpretAsFloats();
            FloatVector f = bits.and(0x7FFFFF)
                    .add(FloatMath.SQRT_HALF_BITS)
                    .reinterpretAsFloats()
                    .sub(1f);
            f = lost.lanewise(FMA, scale, f);
            FloatVector p = f.lanewise(FMA, FloatMath.L11, FloatMath.L10);
            p = p.lanewise(FMA, f, FloatMath.L9);
            p = p.lanewise(FMA, f, FloatMath.L8);
            p = p.lanewise(FMA, f, FloatMath.L7);
            p = p.lanewise(FMA, f, FloatMath.L6);
            p = p.lanewise(FMA, f, FloatMath.L5);
            p = p.lanewise(FMA, f, FloatMath.L4);
            p = p.lanewise(FMA, f, FloatMath.L3);
            p = p.lanewise(FMA, f, -0.5f);
            FloatVector e = (FloatVector) exponent.convert(I2F, 0);
            FloatVector r = e.lanewise(FMA, FloatMath.LN2_LOW, f.mul(f).mul(p)).add(f);
            v.blend(
                            e.lanewise(FMA, FloatMath.LN2_HIGH, r),
                            v.compare(GT, -1f).and(v.compare(LT, Float.POSITIVE_INFINITY)))
                    .blend(Float.NEGATIVE_INFINITY, v.compare(EQ, -1f))
                    .blend(Float.NaN, v.compare(LT, -1f))
                    .blend(v, v.abs().compare(LT, FloatMath.TINY))
                    .intoArray(y, yo + i);
        }
        for (; i < n; i++) {
            y[yo + i] = FloatMath.log1p(x[xo + i]);
        }
    }
}
