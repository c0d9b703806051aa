package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossEntropyTest {
    private static final long SEED = 19;
    private static final int[][] SIZES = {{0, 4}, {1, 1}, {3, 2}, {70, 10}, {9, 33}, {30, 1000}};
    private static final Parallel TEAM = Teams.ALL.get(2);

    private static double[] doubles(float[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i];
        }
        return y;
    }

    private static float[] gaussian(Random random, int n, float scale) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) random.nextGaussian() * scale;
        }
        return x;
    }

    @Test
    void denseAgainstTheFormula() {
        Random random = new Random(SEED);
        for (int[] s : SIZES) {
            int n = s[0] * s[1];
            float[] x = gaussian(random, n + 1, 5);
            float[] p = gaussian(random, n + 2, 1);
            float[] loss = new float[s[0] + 3];
            float[] gradient = new float[n + 4];
            CrossEntropy.dense(TEAM, x, 1, p, 2, loss, 3, gradient, 4, s[0], s[1]);
            double[] wideLoss = new double[s[0]];
            double[] wideGradient = new double[n];
            CrossEntropy.dense(TEAM, doubles(x), 1, doubles(p), 2, wideLoss, 0, wideGradient, 0, s[0], s[1]);
            for (int r = 0; r < s[0]; r++) {
                double sum = 0;
                double size = 0;
                for (int j = 0; j < s[1]; j++) {
                    sum += Math.exp(x[1 + r * s[1] + j]);
                }
                double total = 0;
                for (int j = 0; j < s[1]; j++) {
                    double log = Math.log(sum) - x[1 + r * s[1] + j];
                    total += p[2 + r * s[1] + j] * log;
                    size += Math.abs(p[2 + r * s[1] + j] * log);
                    double expected = Math.exp(-log) - p[2 + r * s[1] + j];
                    assertThat((double) gradient[4 + r * s[1] + j]).isCloseTo(expected, within(5e-7));
                    assertThat(wideGradient[r * s[1] + j]).isCloseTo(expected, within(1e-14));
                }
                assertThat((double) loss[3 + r]).as("seed %s", SEED).isCloseTo(total, within(size * 1e-6 + 1e-6));
                assertThat(wideLoss[r]).as("seed %s", SEED).isCloseTo(total, within(size * 1e-14 + 1e-14));
            }
        }
    }

    /** A label of the sparse form is a row of zeros and a one of the dense form. */
    @Test
    void sparseAgainstDense() {
        Random random = new Random(SEED);
        for (int[] s : SIZES) {
            int n = s[0] * s[1];
            float[] x = gaussian(random, n, 3);
            int[] labels = random.ints(s[0] + 1, 0, s[1]).toArray();
            long[] wideLabels = new long[s[0]];
            float[] p = new float[n];
            for (int r = 0; r < s[0]; r++) {
                p[r * s[1] + labels[r + 1]] = 1;
                wideLabels[r] = labels[r + 1];
            }
            float[] loss = new float[s[0]];
            float[] gradient = new float[n];
            CrossEntropy.dense(Parallel.SERIAL, x, 0, p, 0, loss, 0, gradient, 0, s[0], s[1]);
            for (Parallel parallel : Teams.ALL) {
                float[] sparseLoss = new float[s[0]];
                float[] sparseGradient = new float[n];
                assertThat(CrossEntropy.sparse(parallel, x, 0, labels, 1, sparseLoss, 0, sparseGradient, 0, s[0], s[1]))
                        .isEqualTo(CrossEntropy.NO_BAD_ROW);
                for (int r = 0; r < s[0]; r++) {
                    assertThat(sparseLoss[r]).isCloseTo(loss[r], within(1e-6f * (1 + loss[r])));
                }
                assertThat(sparseGradient).isEqualTo(gradient);
            }
            double[] wideLoss = new double[s[0]];
            double[] wideGradient = new double[n];
            assertThat(CrossEntropy.sparse(
                            TEAM, doubles(x), 0, wideLabels, 0, wideLoss, 0, wideGradient, 0, s[0], s[1]))
                    .isEqualTo(CrossEntropy.NO_BAD_ROW);
            for (int r = 0; r < s[0]; r++) {
                assertThat(wideLoss[r]).isCloseTo(loss[r], within(1e-6 * (1 + loss[r])));
            }
            for (int i = 0; i < n; i++) {
                assertThat(wideGradient[i]).isCloseTo(gradient[i], within(1e-6));
            }
        }
    }

    @Test
    void badLabelsAreReported() {
        float[] x = new float[20];
        float[] loss = new float[10];
        float[] gradient = new float[20];
        long[] labels = {0, 1, 0, 2, 1, -1, 1L << 32, 0, 0, 1};
        for (Parallel parallel : Teams.ALL) {
            assertThat(CrossEntropy.sparse(parallel, x, 0, labels, 0, loss, 0, gradient, 0, 10, 2))
                    .isEqualTo(3);
            for (int r = 0; r < 10; r++) {
                boolean bad = r == 3 || r == 5 || r == 6;
                assertThat(Float.isNaN(loss[r])).isEqualTo(bad);
                assertThat(Float.isNaN(gradient[2 * r])).isEqualTo(bad);
                assertThat(Float.isNaN(gradient[2 * r + 1])).isEqualTo(bad);
            }
        }
    }

    /** What TensorFlow 2.18 gives at infinities. */
    @Test
    void extremes() {
        float i = Float.POSITIVE_INFINITY;
        float[] x = {-i, 1, 2, 1, 2, 3, i, 1, 2};
        float[] p = {0, 0.5f, 0.5f, 0.2f, 0.2f, 0.2f, 0, 0, 1};
        float[] loss = new float[3];
        float[] gradient = new float[9];
        CrossEntropy.dense(Parallel.SERIAL, x, 0, p, 0, loss, 0, gradient, 0, 3, 3);
        assertThat(loss[0]).isNaN();
        assertThat(loss[1]).isCloseTo(0.84456354f, within(1e-6f));
        assertThat(loss[2]).isNaN();
        assertThat(gradient[1]).isCloseTo(-0.23105857f, within(1e-6f));
        assertThat(gradient[7]).isNaN();
        CrossEntropy.sparse(Parallel.SERIAL, x, 0, new int[] {0, 2, 1}, 0, loss, 0, gradient, 0, 3, 3);
        assertThat(loss[0]).isEqualTo(i);
        assertThat(loss[1]).isCloseTo(0.40760595f, within(1e-6f));
        assertThat(loss[2]).isNaN();
    }
}
