package io.leat.kernels;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The vector form of {@link FloatMath#pow} over tiles, with the same bits. */
final class VectorPow {

    private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> F =
            VectorSpecies.of(float.class, VectorShape.forBitSize(D.length() * Float.SIZE));
    private static final int L = D.length();

    private VectorPow() {}

    static void pow(float[] x, int xo, float[] y, int yo, float[] z, int zo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector fx = FloatVector.fromArray(F, x, xo + i);
            FloatVector fy = FloatVector.fromArray(F, y, yo + i);
            boolean plain = fx.compare(GT, 0f)
                    .and(fx.compare(LT, Float.POSITIVE_INFINITY))
                    .and(fy.abs().compare(LT, Float.POSITIVE_INFINITY))
                    .allTrue();
            if (!plain) {
                scalar(x, xo + i, y, yo + i, z, zo + i, L);
                continue;
            }
            LongVector bits = ((DoubleVector) fx.convertShape(F2D, D, 0))
                    .reinterpretAsLongs()
                    .add(PowMath.EXPONENT_SHIFT);
            DoubleVector e = bits.lanewise(LSHR, 52)
                    .or(PowMath.INTEGER_BITS)
                    .reinterpretAsDoubles()
                    .sub(PowMath.INTEGER_BIAS);
            DoubleVector m =
                    bits.and(PowMath.MANTISSA).add(PowMath.SQRT_HALF_BITS).reinterpretAsDoubles();
            DoubleVector s = m.sub(1).div(m.add(1));
            DoubleVector w = s.mul(s);
            DoubleVector g = w.lanewise(FMA, PowMath.G5, PowMath.G4);
            g = g.lanewise(FMA, w, PowMath.G3);
            g = g.lanewise(FMA, w, PowMath.G2);
            g = g.lanewise(FMA, w, PowMath.G1);
            g = g.lanewise(FMA, w, PowMath.G0);
            DoubleVector t = ((DoubleVector) fy.convertShape(F2D, D, 0)).mul(s.lanewise(FMA, g, e));
            DoubleVector c = t.min(PowMath.LIMIT).max(-PowMath.LIMIT);
            DoubleVector magic = c.add(PowMath.MAGIC);
            DoubleVector r = c.sub(magic.sub(PowMath.MAGIC));
            DoubleVector p = r.lanewise(FMA, PowMath.P7, PowMath.P6);
            p = p.lanewise(FMA, r, PowMath.P5);
            p = p.lanewise(FMA, r, PowMath.P4);
            p = p.lanewise(FMA, r, PowMath.P3);
            p = p.lanewise(FMA, r, PowMath.P2);
            p = p.lanewise(FMA, r, PowMath.P1);
            p = p.lanewise(FMA, r, PowMath.P0);
            LongVector scale = magic.reinterpretAsLongs().lanewise(LSHL, 52);
            DoubleVector result = p.reinterpretAsLongs().add(scale).reinterpretAsDoubles();
            ((FloatVector) result.convertShape(D2F, F, 0)).intoArray(z, zo + i);
        }
        scalar(x, xo + i, y, yo + i, z, zo + i, n - i);
    }

    static void scalar(float[] x, int xo, float[] y, int yo, float[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = FloatMath.pow(x[xo + i], y[yo + i]);
        }
    }
}
