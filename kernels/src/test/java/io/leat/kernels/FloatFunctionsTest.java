package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function of one float: its error over a sample of all bit patterns, against the double function; and tile routine
 * and scalar function bit for bit.
 */
class FloatFunctionsTest {
    /** The step from one bit pattern to the next, a prime: 200,000 arguments. */
    private static final int STEP = 20_011;

    private static final int TILE = 4096;

    interface Scalar {
        float apply(float x);
    }

    interface Tile {
        void apply(float[] x, int xo, float[] y, int yo, int n);
    }

    record Function(String name, double bound, Scalar scalar, Tile tile, DoubleUnaryOperator exact) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Function> functions() {
        return List.of(
                new Function("exp", 0.9, Elementary::exp, Elementary::exp, Math::exp),
                new Function("expm1", 1.5, Elementary::expm1, Elementary::expm1, Math::expm1),
                new Function("log", 0.8, Elementary::log, Elementary::log, Math::log),
                new Function("log1p", 1.5, Elementary::log1p, Elementary::log1p, Math::log1p),
                new Function("tanh", 1.5, Elementary::tanh, Elementary::tanh, Math::tanh),
                new Function("sigmoid", 2, Elementary::sigmoid, Elementary::sigmoid, Elementary::sigmoid),
                new Function("erf", 1.5, Elementary::erf, Elementary::erf, Elementary::erf),
                new Function("erfc", 0.51, Elementary::erfc, Elementary::erfc, Elementary::erfc),
                new Function("lgamma", 0.51, Elementary::lgamma, Elementary::lgamma, Elementary::lgamma),
                new Function("digamma", 0.51, Elementary::digamma, Elementary::digamma, Elementary::digamma),
                new Function("sin", 0.51, Elementary::sin, Elementary::sin, Math::sin),
                new Function("cos", 0.51, Elementary::cos, Elementary::cos, Math::cos),
                new Function("tan", 0.51, Elementary::tan, Elementary::tan, Math::tan),
                new Function("asin", 0.51, Elementary::asin, Elementary::asin, Math::asin),
                new Function("acos", 0.51, Elementary::acos, Elementary::acos, Math::acos),
                new Function("atan", 0.51, Elementary::atan, Elementary::atan, Math::atan),
                new Function("sinh", 0.51, Elementary::sinh, Elementary::sinh, Math::sinh),
                new Function("cosh", 0.51, Elementary::cosh, Elementary::cosh, Math::cosh),
                new Function("asinh", 0.51, Elementary::asinh, Elementary::asinh, Elementary::asinh),
                new Function("acosh", 0.51, Elementary::acosh, Elementary::acosh, Elementary::acosh),
                new Function("atanh", 0.51, Elementary::atanh, Elementary::atanh, Elementary::atanh),
                new Function("sqrt", 0.5, Elementary::sqrt, Elementary::sqrt, Math::sqrt),
                new Function("rsqrt", 1.5, Elementary::rsqrt, Elementary::rsqrt, x -> 1 / Math.sqrt(x)),
                new Function("reciprocal", 0.5, Elementary::reciprocal, Elementary::reciprocal, x -> 1 / x),
                new Function("floor", 0, Elementary::floor, Elementary::floor, Math::floor),
                new Function("ceil", 0, Elementary::ceil, Elementary::ceil, Math::ceil),
                new Function("rint", 0, Elementary::rint, Elementary::rint, Math::rint));
    }

    static List<Function> vectorised() {
        return List.of(
                new Function("exp", 0, FloatMath::exp, VectorElementary::exp, Math::exp),
                new Function("expm1", 0, FloatMath::expm1, VectorElementary::expm1, Math::expm1),
                new Function("log", 0, FloatMath::log, VectorElementary::log, Math::log),
                new Function("log1p", 0, FloatMath::log1p, VectorElementary::log1p, Math::log1p),
                new Function("tanh", 0, FloatMath::tanh, VectorElementary::tanh, Math::tanh),
                new Function("sigmoid", 0, FloatMath::sigmoid, VectorElementary::sigmoid, Elementary::sigmoid),
                new Function("erf", 0, FloatMath::erf, VectorElementary::erf, Elementary::erf));
    }

    /** The sample's next {@code TILE} arguments from pattern {@code from} on; the special values stand first of all. */
    private static float[] arguments(long from) {
        float[] x = new float[TILE];
        for (int i = 0; i < TILE; i++) {
            x[i] = Float.intBitsToFloat((int) (from + (long) i * STEP));
        }
        return x;
    }

    private static double ulps(float got, double exact) {
        float rounded = (float) exact;
        if (Float.isNaN(rounded) || Float.isInfinite(rounded) || got == rounded) {
            return Float.compare(got, rounded) == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.abs(got - exact) / Math.ulp(rounded);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void errorAndTile(Function f) {
        double worst = 0;
        float at = 0;
        float[] y = new float[TILE];
        for (long from = 0; from < 1L << 32; from += (long) STEP * TILE) {
            float[] x = arguments(from);
            f.tile.apply(x, 0, y, 0, TILE);
            for (int i = 0; i < TILE; i++) {
                float scalar = f.scalar.apply(x[i]);
                if (Float.compare(scalar, y[i]) != 0) {
                    assertThat(y[i]).as("tile at %s", x[i]).isEqualTo(scalar);
                }
                double ulps = ulps(scalar, f.exact.applyAsDouble(x[i]));
                if (ulps > worst) {
                    worst = ulps;
                    at = x[i];
                }
            }
        }
        assertThat(worst).as("ulps, at %s", at).isLessThanOrEqualTo(f.bound);
    }

    @ParameterizedTest
    @MethodSource("vectorised")
    void vectorFormHasTheScalarFormsBits(Function f) {
        assumeTrue(VectorSupport.AVAILABLE, "no Vector API");
        float[] y = new float[TILE];
        for (long from = 1; from < 1L << 32; from += (long) STEP * TILE) {
            float[] x = arguments(from);
            f.tile.apply(x, 0, y, 0, TILE);
            for (int i = 0; i < TILE; i++) {
                float scalar = f.scalar.apply(x[i]);
                if (Float.compare(scalar, y[i]) != 0) {
                    assertThat(y[i]).as("vector form at %s", x[i]).isEqualTo(scalar);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void specialValues(Function f) {
        float[] special = {
            0f,
            -0f,
            1f,
            -1f,
            2f,
            -2f,
            0.5f,
            -0.5f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MIN_NORMAL,
            -Float.MIN_NORMAL,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN,
            88.7f,
            88.73f,
            -87.4f,
            -103.9f,
            -104f,
            1e-20f,
            -1e-20f
        };
        float[] y = new float[special.length];
        f.tile.apply(special, 0, y, 0, special.length);
        for (int i = 0; i < special.length; i++) {
            assertThat(ulps(y[i], f.exact.applyAsDouble(special[i])))
                    .as("%s(%s) = %s", f.name, special[i], y[i])
                    .isLessThanOrEqualTo(f.bound);
            assertThat(Float.compare(y[i], f.scalar.apply(special[i]))).isZero();
        }
    }

    /** Signs of zeros, which {@link #ulps} does not see: odd functions keep the argument's. */
    @Test
    void zerosKeepTheirSign() {
        for (Function f : functions()) {
            if (f.exact.applyAsDouble(-0.0) == 0) {
                float[] y = new float[16];
                float[] x = new float[16];
                Arrays.fill(x, -0f);
                f.tile.apply(x, 0, y, 0, 16);
                assertThat(Float.floatToRawIntBits(y[0])).as(f.name).isEqualTo(Float.floatToRawIntBits(-0f));
                assertThat(Float.floatToRawIntBits(y[15])).as(f.name).isEqualTo(Float.floatToRawIntBits(-0f));
            }
        }
    }

    /** Sizes around the vector length and the buffer's, offsets, and in place; nothing else is written. */
    @ParameterizedTest
    @MethodSource("functions")
    void sizesAndOffsets(Function f) {
        for (int n : new int[] {0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 255, 256, 257, 511, 1000}) {
            float[] x = new float[n + 9];
            for (int i = 0; i < x.length; i++) {
                x[i] = (i - n / 2) * 0.037f;
            }
            float[] y = new float[n + 9];
            Arrays.fill(y, 77f);
            f.tile.apply(x, 3, y, 5, n);
            float[] inPlace = x.clone();
            f.tile.apply(inPlace, 3, inPlace, 3, n);
            for (int i = 0; i < n + 9; i++) {
                float expected = i < 5 || i >= n + 5 ? 77f : f.scalar.apply(x[i - 2]);
                assertThat(Float.compare(y[i], expected)).as("n %s, i %s", n, i).isZero();
                float there = i < 3 || i >= n + 3 ? x[i] : f.scalar.apply(x[i]);
                assertThat(Float.compare(inPlace[i], there))
                        .as("in place, n %s, i %s", n, i)
                        .isZero();
            }
        }
    }
}
