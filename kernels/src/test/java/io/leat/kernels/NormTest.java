package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leat.kernels.BatchNorm.Channels;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Batch and layer normalisation against their formulas in double, and against numbers of TensorFlow 2.18. */
class NormTest {
    private static final long SEED = 23;
    private static final float EPSILON = 1e-3f;
    private static final int[][] SIZES = {
        {1, 1}, {2, 3}, {5, 8}, {7, 9}, {300, 16}, {1000, 1}, {2000, 3}, {129, 33}, {4000, 40}, {50, 700}
    };

    private static float[] gaussian(Random random, int n, float mean) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) random.nextGaussian() + mean;
        }
        return x;
    }

    private static Channels channels(Random random, int n) {
        return new Channels(gaussian(random, n + 2, 1), 2);
    }

    private static Channels empty(int n) {
        return new Channels(new float[n + 1], 1);
    }

    private static double at(Channels c, int i) {
        return c.array()[c.offset() + i];
    }

    @Test
    void trainingAgainstTheFormula() {
        Random random = new Random(SEED);
        for (int[] s : SIZES) {
            int rows = s[0];
            int n = s[1];
            float[] x = gaussian(random, rows * n + 1, 3);
            float[] g = gaussian(random, rows * n + 2, 0);
            Channels scale = channels(random, n);
            Channels offset = channels(random, n);
            float[] first = null;
            for (Parallel parallel : Teams.ALL) {
                Channels mean = empty(n);
                Channels variance = empty(n);
                Channels unbiased = empty(n);
                Channels dScale = empty(n);
                Channels dOffset = empty(n);
                float[] y = new float[rows * n + 3];
                float[] dx = new float[rows * n];
                BatchNorm.training(parallel, x, 1, scale, offset, EPSILON, y, 3, mean, variance, unbiased, rows, n);
                BatchNorm.trainingGradient(
                        parallel, g, 2, x, 1, scale, mean, variance, EPSILON, dx, 0, dScale, dOffset, rows, n);
                for (int c = 0; c < n; c++) {
                    checkChannel(x, g, y, dx, rows, n, c, new Channels[] {
                        scale, offset, mean, variance, unbiased, dScale, dOffset
                    });
                }
                float[] all = new float[2 * rows * n];
                System.arraycopy(y, 3, all, 0, rows * n);
                System.arraycopy(dx, 0, all, rows * n, rows * n);
                first = first == null ? all : first;
                assertThat(all).isEqualTo(first);
            }
        }
    }

    private static void checkChannel(
            float[] x, float[] g, float[] y, float[] dx, int rows, int n, int c, Channels[] p) {
        double mean = 0;
        for (int r = 0; r < rows; r++) {
            mean += x[1 + r * n + c] / (double) rows;
        }
        double squares = 0;
        double sum = 0;
        double product = 0;
        for (int r = 0; r < rows; r++) {
            double d = x[1 + r * n + c] - mean;
            squares += d * d;
            sum += g[2 + r * n + c];
            product += g[2 + r * n + c] * d;
        }
        double inverse = 1 / Math.sqrt(squares / rows + EPSILON);
        double tolerance = 1e-6 * (1 + Math.sqrt(rows)) * (1 + inverse * inverse);
        assertThat(at(p[2], c)).isCloseTo(mean, within(3e-6));
        assertThat(at(p[3], c)).isCloseTo(squares / rows, within(4e-6));
        assertThat(at(p[4], c)).isCloseTo(squares / Math.max(1, rows - 1), within(4e-6));
        assertThat(at(p[5], c)).isCloseTo(product * inverse, within(tolerance * 10));
        assertThat(at(p[6], c)).isCloseTo(sum, within(tolerance * 10));
        for (int r = 0; r < rows; r++) {
            double hat = (x[1 + r * n + c] - mean) * inverse;
            assertThat((double) y[3 + r * n + c])
                    .as("seed %s", SEED)
                    .isCloseTo(hat * at(p[0], c) + at(p[1], c), within(tolerance * 10));
            double d = at(p[0], c) * inverse * (g[2 + r * n + c] - sum / rows - hat * product * inverse / rows);
            assertThat((double) dx[r * n + c]).as("seed %s", SEED).isCloseTo(d, within(tolerance * 10 * inverse));
        }
    }

    @Test
    void frozenAgainstTheFormula() {
        Random random = new Random(SEED);
        int rows = 37;
        int n = 19;
        float[] x = gaussian(random, rows * n, 0);
        float[] g = gaussian(random, rows * n, 0);
        Channels scale = channels(random, n);
        Channels offset = channels(random, n);
        Channels mean = channels(random, n);
        Channels variance = new Channels(gaussian(random, n, 6), 0);
        float[] y = new float[rows * n];
        float[] dx = new float[rows * n];
        Channels dScale = empty(n);
        Channels dOffset = empty(n);
        BatchNorm.inference(Parallel.SERIAL, x, 0, scale, offset, mean, variance, EPSILON, y, 0, rows, n);
        BatchNorm.frozenGradient(
                Parallel.SERIAL, g, 0, x, 0, scale, mean, variance, EPSILON, dx, 0, dScale, dOffset, rows, n);
        for (int c = 0; c < n; c++) {
            double inverse = 1 / Math.sqrt(at(variance, c) + EPSILON);
            double sum = 0;
            double product = 0;
            for (int r = 0; r < rows; r++) {
                double hat = (x[r * n + c] - at(mean, c)) * inverse;
                sum += g[r * n + c];
                product += g[r * n + c] * hat;
                assertThat((double) y[r * n + c]).isCloseTo(hat * at(scale, c) + at(offset, c), within(2e-6));
                assertThat((double) dx[r * n + c]).isCloseTo(g[r * n + c] * at(scale, c) * inverse, within(2e-6));
            }
            assertThat(at(dScale, c)).isCloseTo(product, within(2e-5));
            assertThat(at(dOffset, c)).isCloseTo(sum, within(2e-5));
        }
    }

    @Test
    void tensorFlowsNumbers() {
        float[] x = new float[8];
        float[] g = new float[8];
        for (int i = 0; i < 4; i++) {
            for (int c = 0; c < 2; c++) {
                x[2 * i + c] = i * i + c * 10 * i;
                g[2 * i + c] = i % 3 - c * 0.5f;
            }
        }
        Channels scale = new Channels(new float[] {2, 3}, 0);
        Channels offset = new Channels(new float[] {0.5f, -1}, 0);
        Channels mean = empty(2);
        Channels variance = empty(2);
        Channels unbiased = empty(2);
        float[] y = new float[8];
        BatchNorm.training(Parallel.SERIAL, x, 0, scale, offset, EPSILON, y, 0, mean, variance, unbiased, 4, 2);
        assertThat(y)
                .containsExactly(
                        new float[] {
                            -1.4999183f,
                            -4.8095007f,
                            -0.92851305f,
                            -2.544392f,
                            0.7857026f,
                            0.1325543f,
                            3.6427288f,
                            3.2213387f
                        },
                        within(1e-6f));
        assertThat(mean.array()).containsExactly(0, 3.5f, 18.5f);
        assertThat(variance.array()).containsExactly(0, 12.25f, 212.25f);
        assertThat(unbiased.array()).containsExactly(0, 16.333334f, 283f);
        Channels dScale = empty(2);
        Channels dOffset = empty(2);
        float[] dx = new float[8];
        BatchNorm.trainingGradient(
                Parallel.SERIAL, g, 0, x, 0, scale, mean, variance, EPSILON, dx, 0, dScale, dOffset, 4, 2);
        assertThat(dx)
                .containsExactly(
                        new float[] {
                            -0.48977092f,
                            -0.13873465f,
                            0.09912488f,
                            0.057846468f,
                            0.7230018f,
                            0.25272977f,
                            -0.3323558f,
                            -0.1718416f
                        },
                        within(1e-6f));
        assertThat(dScale.array()).containsExactly(new float[] {0, -0.42855394f, 0.2402388f}, within(1e-6f));
        assertThat(dOffset.array()).containsExactly(0, 3, 1);
    }

    /** Without rows there are no statistics; of one row, both variances are 0. */
    @Test
    void fewRows() {
        Channels one = new Channels(new float[] {1, 1}, 0);
        Channels mean = empty(2);
        Channels variance = empty(2);
        Channels unbiased = empty(2);
        BatchNorm.training(
                Parallel.SERIAL, new float[0], 0, one, one, EPSILON, new float[0], 0, mean, variance, unbiased, 0, 2);
        assertThat(mean.array()[1]).isNaN();
        assertThat(variance.array()[1]).isNaN();
        assertThat(unbiased.array()[2]).isNaN();
        BatchNorm.training(
                Parallel.SERIAL,
                new float[] {5, 6},
                0,
                one,
                one,
                EPSILON,
                new float[2],
                0,
                mean,
                variance,
                unbiased,
                1,
                2);
        assertThat(unbiased.array()).containsExactly(0, 0, 0);
    }

    @Test
    void layerNorm() {
        Random random = new Random(SEED);
        for (int[] s : new int[][] {{1, 1}, {3, 7}, {5, 8}, {4, 33}, {30, 768}, {2, 3000}}) {
            int n = s[1];
            float[] x = gaussian(random, s[0] * n + 1, 2);
            float[] scale = gaussian(random, n + 2, 1);
            float[] offset = gaussian(random, n + 3, 0);
            for (Parallel parallel : Teams.ALL) {
                float[] y = x.clone();
                LayerNorm.forward(parallel, y, 1, scale, 2, offset, 3, EPSILON, y, 1, s[0], n);
                for (int r = 0; r < s[0]; r++) {
                    double mean = 0;
                    double square = 0;
                    for (int j = 0; j < n; j++) {
                        mean += x[1 + r * n + j] / (double) n;
                    }
                    for (int j = 0; j < n; j++) {
                        square += Math.pow(x[1 + r * n + j] - mean, 2) / n;
                    }
                    for (int j = 0; j < n; j++) {
                        double hat = (x[1 + r * n + j] - mean) / Math.sqrt(square + EPSILON);
                        assertThat((double) y[1 + r * n + j])
                                .as("seed %s", SEED)
                                .isCloseTo(hat * scale[2 + j] + offset[3 + j], within(5e-6));
                    }
                }
            }
        }
    }

    @Test
    void vectorFormsHaveTheScalarFormsBits() {
        assumeTrue(VectorSupport.AVAILABLE, "no Vector API");
        Random random = new Random(SEED);
        for (int n : new int[] {1, 3, 7, 8, 9, 16, 33, 100}) {
            for (int rows : new int[] {0, 1, 3, 4, 5, 11}) {
                float[] x = gaussian(random, rows * n + 3, 0);
                float[] g = gaussian(random, rows * n + 1, 0);
                float[] m = gaussian(random, n + 2, 0);
                float[][] p = {gaussian(random, n, 0), gaussian(random, n, 0), gaussian(random, n, 0)};
                float[][] vector = new float[8][n + 1];
                float[][] scalar = new float[8][n + 1];
                VectorColumns.sum(x, 3, rows, n, n, vector[0], 1);
                VectorColumns.sumOfSquares(x, 3, rows, n, n, vector[1], 1);
                VectorColumns.sumOfDeviations(x, 3, rows, n, n, m, 2, vector[2], 1);
                VectorColumns.sumOfProducts(g, 1, x, 3, rows, n, n, m, 2, vector[3], 1);
                VectorColumns.max(x, 3, rows, n, n, vector[4], 1);
                VectorColumns.min(x, 3, rows, n, n, vector[5], 1);
                vector[6] = new float[rows * n];
                vector[7] = new float[rows * n];
                VectorRowMaps.affine(x, 3, m, 2, p[0], p[1], 0, vector[6], 0, rows, n);
                VectorRowMaps.centered(g, 1, x, 3, m, 2, p[0], p[1], p[2], vector[7], 0, rows, n);
                FloatColumns.scalarSum(x, 3, rows, n, n, scalar[0], 1);
                FloatColumns.scalarSumOfSquares(x, 3, rows, n, n, scalar[1], 1);
                FloatColumns.scalarSumOfDeviations(x, 3, rows, n, n, m, 2, scalar[2], 1);
                FloatColumns.scalarSumOfProducts(g, 1, x, 3, rows, n, n, m, 2, scalar[3], 1);
                FloatColumns.scalarMax(x, 3, rows, n, n, scalar[4], 1);
                FloatColumns.scalarMin(x, 3, rows, n, n, scalar[5], 1);
                scalar[6] = new float[rows * n];
                scalar[7] = new float[rows * n];
                RowMaps.scalarAffine(x, 3, m, 2, p[0], p[1], 0, scalar[6], 0, rows, n, 0);
                RowMaps.scalarCentered(g, 1, x, 3, m, 2, p[0], p[1], p[2], scalar[7], 0, rows, n, 0);
                assertThat(vector).as("seed %s, %s rows of %s", SEED, rows, n).isEqualTo(scalar);
            }
        }
    }
}
