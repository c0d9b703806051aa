package io.leat.kernels;

/**
 * log2 and exp2 in double precision to about 2⁻⁴³ and 2⁻³⁴: enough for a power that is right to half a float ulp and a
 * little. The vector form in {@link VectorPow} does the same operations.
 */
final class PowMath {

    static final long SQRT_HALF_BITS = 0x3FE6A09E667F3BCDL;
    static final long EXPONENT_SHIFT = 0x3FF0000000000000L - SQRT_HALF_BITS;
    static final long MANTISSA = 0x000FFFFFFFFFFFFFL;

    /** The bits of 2⁵², below which an integer may stand. */
    static final long INTEGER_BITS = 0x4330000000000000L;

    static final double INTEGER_BIAS = 0x1p52 + 1023;
    static final double MAGIC = 0x1.8p52;
    static final double LIMIT = 160;

    /** log2((1 + s) / (1 - s)) / s as a polynomial in s², between √½ and √2. */
    static final double G0 = 2.8853900817778495;

    static final double G1 = 0.9617966941140506;
    static final double G2 = 0.5770779421700009;
    static final double G3 = 0.4122092711544677;
    static final double G4 = 0.3199049582187337;
    static final double G5 = 0.2829103318437102;

    /** 2^t, |t| ≤ ½. */
    static final double P0 = 0.999999999961634;

    static final double P1 = 0.6931471807287182;
    static final double P2 = 0.24022651198771572;
    static final double P3 = 0.05550410352882692;
    static final double P4 = 0.009618027167290148;
    static final double P5 = 0.0013333922788557214;
    static final double P6 = 0.0001546931923861224;
    static final double P7 = 1.5201920328835687e-05;

    private PowMath() {}

    /** xʸ with C's special cases: unlike {@link Math#pow} 1 for x = 1 and any y, and for x = -1 and an infinite y. */
    static double pow(double x, double y) {
        return x == 1 || x == -1 && Double.isInfinite(y) ? 1 : Math.pow(x, y);
    }

    /** For a positive, finite, normal argument. */
    static double log2(double x) {
        long u = Double.doubleToRawLongBits(x) + EXPONENT_SHIFT;
        double e = Double.longBitsToDouble((u >>> 52) | INTEGER_BITS) - INTEGER_BIAS;
        double m = Double.longBitsToDouble((u & MANTISSA) + SQRT_HALF_BITS);
        double s = (m - 1) / (m + 1);
        double z = s * s;
        double g = Math.fma(G5, z, G4);
        g = Math.fma(g, z, G3);
        g = Math.fma(g, z, G2);
        g = Math.fma(g, z, G1);
        g = Math.fma(g, z, G0);
        return Math.fma(s, g, e);
    }

    /** Arguments beyond ±160 give 2^±160, which no float holds. */
    static double exp2(double t) {
        double c = Math.max(Math.min(t, LIMIT), -LIMIT);
        double magic = c + MAGIC;
        double r = c - (magic - MAGIC);
        double p = Math.fma(P7, r, P6);
        p = Math.fma(p, r, P5);
        p = Math.fma(p, r, P4);
        p = Math.fma(p, r, P3);
        p = Math.fma(p, r, P2);
        p = Math.fma(p, r, P1);
        p = Math.fma(p, r, P0);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(p) + (Double.doubleToRawLongBits(magic) << 52));
    }
}
