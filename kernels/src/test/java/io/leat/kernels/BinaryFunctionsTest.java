package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** pow and atan2: against the double functions, tile against scalar, vector against scalar form. */
class BinaryFunctionsTest {
    private static final long SEED = 11;

    private static final float[] SPECIAL = {
        0f,
        -0f,
        1f,
        -1f,
        2f,
        3f,
        -3f,
        0.5f,
        -0.5f,
        1e-40f,
        Float.MIN_VALUE,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        1e20f,
        -8f,
        127f,
        128f,
        -149f,
        -150f,
        -151f,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    interface Tile {
        void apply(float[] x, int xo, float[] y, int yo, float[] z, int zo, int n);
    }

    interface Scalar {
        double apply(double x, double y);
    }

    private static void check(Tile tile, Scalar exact, float[] x, float[] y, int n) {
        float[] z = new float[n + 2];
        tile.apply(x, 0, y, 0, z, 1, n);
        for (int i = 0; i < n; i++) {
            double want = exact.apply(x[i], y[i]);
            float rounded = (float) want;
            if (Float.compare(z[i + 1], rounded) != 0) {
                assertThat(Math.abs(z[i + 1] - want) / Math.ulp(rounded))
                        .as("of %s and %s: %s", x[i], y[i], z[i + 1])
                        .isLessThanOrEqualTo(0.51);
            }
        }
        assertThat(z[0]).isZero();
        assertThat(z[n + 1]).isZero();
    }

    private static float[] random(Random random, int n, boolean wide, float scale) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = wide ? Float.intBitsToFloat(random.nextInt()) : (random.nextFloat() - 0.3f) * scale;
        }
        return x;
    }

    /** C's: Java's, but for 1 to any power and -1 to an infinite one. */
    private static double pow(double x, double y) {
        return x == 1 || x == -1 && Double.isInfinite(y) ? 1 : Math.pow(x, y);
    }

    @Test
    void everyPairOfSpecialValues() {
        int n = SPECIAL.length;
        float[] x = new float[n * n];
        float[] y = new float[n * n];
        for (int i = 0; i < n * n; i++) {
            x[i] = SPECIAL[i / n];
            y[i] = SPECIAL[i % n];
        }
        check(Elementary::pow, BinaryFunctionsTest::pow, x, y, n * n);
        check(Elementary::atan2, Math::atan2, x, y, n * n);
        check(FloatFormOf.POW, BinaryFunctionsTest::pow, x, y, n * n);
    }

    /** The scalar form as a tile. */
    enum FloatFormOf implements Tile {
        POW;

        @Override
        public void apply(float[] x, int xo, float[] y, int yo, float[] z, int zo, int n) {
            VectorPow.scalar(x, xo, y, yo, z, zo, n);
        }
    }

    @Test
    void randomArguments() {
        Random random = new Random(SEED);
        for (int n : new int[] {0, 1, 3, 4, 5, 7, 8, 9, 1000, 4001}) {
            for (float scale : new float[] {1, 10, 100}) {
                float[] x = random(random, n, false, scale);
                float[] y = random(random, n, false, 40);
                check(Elementary::pow, BinaryFunctionsTest::pow, x, y, n);
                check(Elementary::atan2, Math::atan2, x, y, n);
            }
            check(Elementary::pow, BinaryFunctionsTest::pow, random(random, n, true, 1), random(random, n, true, 1), n);
        }
    }

    @Test
    void vectorFormHasTheScalarFormsBits() {
        assumeTrue(VectorSupport.AVAILABLE, "no Vector API");
        Random random = new Random(SEED);
        int n = 20_001;
        for (boolean wide : new boolean[] {false, true}) {
            float[] x = random(random, n, wide, 5);
            float[] y = random(random, n, wide, 60);
            float[] vector = new float[n];
            float[] scalar = new float[n];
            VectorPow.pow(x, 0, y, 0, vector, 0, n);
            VectorPow.scalar(x, 0, y, 0, scalar, 0, n);
            for (int i = 0; i < n; i++) {
                assertThat(Float.compare(vector[i], scalar[i]))
                        .as("seed %s: %s ^ %s", SEED, x[i], y[i])
                        .isZero();
                assertThat(Float.compare(Elementary.pow(x[i], y[i]), scalar[i])).isZero();
            }
        }
    }

    @Test
    void doubles() {
        double[] x = {2, 3, -1};
        double[] y = {0.5, -2, 3};
        double[] z = new double[3];
        Elementary.pow(x, 0, y, 0, z, 0, 3);
        assertThat(z).containsExactly(Math.pow(2, 0.5), Math.pow(3, -2), -1);
        Elementary.atan2(x, 0, y, 0, z, 0, 3);
        assertThat(z).containsExactly(Math.atan2(2, 0.5), Math.atan2(3, -2), Math.atan2(-1, 3));
    }
}
