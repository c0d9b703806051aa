package io.leat.kernels;

/**
 * Pairs of independent standard normal numbers of pairs of uniform ones: with {@code r = sqrt(-2 log u)} the numbers
 * {@code r sin(2πv)} and {@code r cos(2πv)}.
 *
 * <p>TensorFlow takes logarithm, sine and cosine of floats from the C library. To give its bits, this class follows the
 * C library of Linux (glibc since 2.28, whose routines are those of Arm): the same argument reductions, and polynomials
 * in double precision whose coefficients have as many digits as make all 2<sup>23</sup> results equal.
 */
final class BoxMuller {
    /** What replaces a smaller {@code u}, whose logarithm would be too large. */
    private static final float LEAST = 1e-7f;

    private static final int SIGN = 0x80000000;

    /** Bits of the float at which the 16 intervals of the reduced argument of the logarithm begin. */
    private static final int LOG_START = 0x3F330000;

    /** Reciprocals of a point within each interval; {@code log z = log(z * r - 1 + 1) - log r}. */
    private static final double[] RECIPROCAL = {
        1.3989072,
        1.3403142,
        1.2864322,
        1.236715,
        1.1906977,
        1.1479821,
        1.1082251,
        1.0711297,
        1.0364373,
        1.0,
        0.94928598,
        0.89510494,
        0.84768216,
        0.80503149,
        0.7664671,
        0.7314286
    };

    private static final double[] MINUS_LOG = new double[RECIPROCAL.length];
    private static final double LOG_2 = 0.6931471805599453;

    private static final double LOG_A2 = -0.49999974858;
    private static final double LOG_A3 = 0.33345676574;
    private static final double LOG_A4 = -0.25089342214;

    private static final double SIN_3 = -0.166666549437;
    private static final double SIN_5 = 0.00833217814614;
    private static final double SIN_7 = -1.9517298981E-4;
    private static final double COS_2 = -0.4999999972511;
    private static final double COS_4 = 0.0416666233243;
    private static final double COS_6 = -0.0013886763794;
    private static final double COS_8 = 2.43904507E-5;

    static {
        for (int i = 0; i < RECIPROCAL.length; i++) {
            MINUS_LOG[i] = -StrictMath.log(RECIPROCAL[i]);
        }
    }

    private BoxMuller() {}

    /** Writes the pair of two samples to {@code out[at]} and {@code out[at + 1]}. */
    static void pair(int sample0, int sample1, float[] out, int at) {
        float radius = radius(sample0);
        unitPair(sample1, out, at);
        out[at] *= radius;
        out[at + 1] *= radius;
    }

    /** Writes sine and cosine of the angle of a sample to {@code out[at]} and {@code out[at + 1]}. */
    static void unitPair(int sample, float[] out, int at) {
        double angle = angle(sample);
        // Quadrant and offset from its axis, within ±π/4.
        int quadrant = (int) (angle * (2 / Math.PI) + 0.5);
        double x = angle - quadrant * (Math.PI / 2);
        int sin = Float.floatToRawIntBits((float) sin(x));
        int cos = Float.floatToRawIntBits((float) cos(x));
        // Without branches, as none could be predicted: odd quadrants exchange the two, the second becoming -sin.
        int odd = -(quadrant & 1);
        int exchange = (sin ^ cos) & odd;
        int sign = quadrant << 30 & SIGN;
        out[at] = Float.intBitsToFloat(sin ^ exchange ^ sign);
        out[at + 1] = Float.intBitsToFloat(cos ^ exchange ^ sign ^ (odd & SIGN));
    }

    /** Writes the pair of four samples to {@code out[at]} and {@code out[at + 1]}. */
    static void pair(int sample0, int sample1, int sample2, int sample3, double[] out, int at) {
        double radius = Math.sqrt(-2 * Math.log(Math.max(RandomUniform.real(sample0, sample1), 1e-7)));
        double angle = 2 * Math.PI * RandomUniform.real(sample2, sample3);
        out[at] = Math.sin(angle) * radius;
        out[at + 1] = Math.cos(angle) * radius;
    }

    private static float radius(int sample) {
        float u = (sample & 0x7FFFFF) * 0x1p-23f;
        return (float) Math.sqrt(-2 * log(Math.max(u, LEAST)));
    }

    /** An angle in [0, 2π), rounded to a float. */
    private static double angle(int sample) {
        return (float) (2 * Math.PI * ((sample & 0x7FFFFF) * 0x1p-23f));
    }

    /** The natural logarithm of a normal positive float. */
    static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        int above = bits - LOG_START;
        int interval = above >> 19 & 15;
        int exponent = above >> 23;
        double z = Float.intBitsToFloat(bits - (exponent << 23));
        double r = z * RECIPROCAL[interval] - 1;
        double tail = (LOG_A3 * r + LOG_A2 + LOG_A4 * (r * r)) * (r * r);
        return (float) (tail + (MINUS_LOG[interval] + exponent * LOG_2 + r));
    }

    /** The sine of {@code x} in [-π/4, π/4]. */
    static double sin(double x) {
        double square = x * x;
        return x + x * square * (SIN_3 + square * (SIN_5 + square * SIN_7));
    }

    /** The cosine of {@code x} in [-π/4, π/4]. */
    static double cos(double x) {
        double square = x * x;
        return 1 + square * (COS_2 + square * (COS_4 + square * (COS_6 + square * COS_8)));
    }
}
