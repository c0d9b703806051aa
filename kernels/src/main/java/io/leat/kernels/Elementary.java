package io.leat.kernels;

/**
 * Elementary functions, each as a scalar function of {@code float} and of {@code double} and as a tile routine:
 * {@code f(x, xo, y, yo, n)} sets {@code y[yo + i] = f(x[xo + i])} for i below n, {@code f(x, xo, y, yo, z, zo, n)}
 * sets {@code z[zo + i] = f(x[xo + i], y[yo + i])}. A result may stand exactly where an argument stands; otherwise they
 * must not overlap. Scalar function and tile routine give the same bits, whichever form (Vector API or scalar) runs; the
 * former comes into use once it is compiled, see {@link VectorForm}.
 *
 * <p>NaN, infinities, signed zeros, denormals and overflow are as in IEEE 754 and NumPy. Largest errors in units in the
 * last place of the result, for {@code float}:
 *
 * <ul>
 *   <li>0.5 (correctly rounded): sqrt, reciprocal, floor, ceil, rint
 *   <li>0.51 (rounded from double): pow, sin, cos, tan, asin, acos, atan, atan2, sinh, cosh, asinh, acosh, atanh, erfc,
 *       digamma, lgamma; the last two away from their zeros at negative arguments, where the error is relative to 1
 *   <li>0.8: log; 0.9: exp
 *   <li>1.5: expm1, log1p, tanh, erf, rsqrt
 *   <li>2: sigmoid
 * </ul>
 *
 * and for {@code double}:
 *
 * <ul>
 *   <li>the bounds of {@link Math} (0.5 to 2.5) for what it has, 1.5 for rsqrt
 *   <li>2: erf; 3: sigmoid, asinh, acosh, atanh; 6: erfc, lgamma, digamma, the last two as above
 * </ul>
 */
public final class Elementary extends DoubleElementary {

    private Elementary() {}

    /** The sum of a range, in the order that {@link Reduce} adds in. */
    public static float sum(float[] x, int xo, int n) {
        return (float) FloatRanges.sum(x, xo, n);
    }

    /** The greatest element: NaN if any is, −∞ if there is none. */
    public static float max(float[] x, int xo, int n) {
        return FloatRanges.max(x, xo, n);
    }

    /** The least element: NaN if any is, +∞ if there is none. */
    public static float min(float[] x, int xo, int n) {
        return FloatRanges.min(x, xo, n);
    }
}
