package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Softmax, log softmax and log-sum-exp against the formula in double, with the row's greatest element taken out. */
class SoftmaxTest {
    private static final long SEED = 17;
    private static final int[][] SIZES = {
        {0, 3}, {3, 0}, {1, 1}, {5, 2}, {3, 7}, {4, 8}, {4, 9}, {40, 10}, {3, 100}, {20, 1000}, {2, 5000}
    };

    private static double[] row(float[] x, int from, int n) {
        double max = Double.NEGATIVE_INFINITY;
        double[] y = new double[n];
        for (int j = 0; j < n; j++) {
            max = Math.max(max, x[from + j]);
        }
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += Math.exp(x[from + j] - max);
        }
        for (int j = 0; j < n; j++) {
            y[j] = x[from + j] - max - Math.log(sum);
        }
        return y;
    }

    @Test
    void floats() {
        Random random = new Random(SEED);
        for (int[] s : SIZES) {
            int n = s[0] * s[1];
            float[] x = new float[n + 2];
            for (int i = 0; i < x.length; i++) {
                x[i] = (float) random.nextGaussian() * 20;
            }
            float[] first = {};
            for (Parallel parallel : Teams.ALL) {
                float[] y = new float[2 * n + s[0] + 3];
                Softmax.softmax(parallel, x, 2, y, 1, s[0], s[1]);
                Softmax.logSoftmax(parallel, x, 2, y, 1 + n, s[0], s[1]);
                Softmax.logSumExp(parallel, x, 2, y, 1 + 2 * n, s[0], s[1]);
                float[] inPlace = x.clone();
                Softmax.softmax(parallel, inPlace, 2, inPlace, 2, s[0], s[1]);
                float[] logInPlace = x.clone();
                Softmax.logSoftmax(parallel, logInPlace, 2, logInPlace, 2, s[0], s[1]);
                first = first.length == 0 ? y : first;
                assertThat(y).isEqualTo(first);
                for (int i = 0; i < n; i++) {
                    assertThat(inPlace[i + 2]).isEqualTo(y[i + 1]);
                    assertThat(logInPlace[i + 2]).isEqualTo(y[i + 1 + n]);
                }
                assertThat(new float[] {y[0], y[y.length - 1], y[y.length - 2]}).containsOnly(0);
            }
            for (int r = 0; r < s[0]; r++) {
                double[] log = row(x, 2 + r * s[1], s[1]);
                for (int j = 0; j < s[1]; j++) {
                    int at = 1 + r * s[1] + j;
                    double e = Math.exp(log[j]);
                    assertThat((double) first[at])
                            .as("seed %s", SEED)
                            .isCloseTo(e, within(e * (1e-6 - 1e-7 * log[j]) + 1e-44));
                    assertThat((double) first[at + n])
                            .as("seed %s", SEED)
                            .isCloseTo(log[j], within(2e-7 * (1 + Math.abs(log[j]))));
                }
                if (s[1] > 0) {
                    double lse = x[2 + r * s[1]] - log[0];
                    assertThat((double) first[1 + 2 * n + r]).isCloseTo(lse, within(2e-7 * (1 + Math.abs(lse))));
                } else {
                    assertThat(first[1 + 2 * n + r]).isEqualTo(Float.NEGATIVE_INFINITY);
                }
            }
        }
    }

    @Test
    void doubles() {
        Random random = new Random(SEED);
        for (int[] s : SIZES) {
            int n = s[0] * s[1];
            float[] narrow = new float[n];
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                narrow[i] = (float) random.nextGaussian() * 20;
                x[i] = narrow[i];
            }
            double[] y = new double[2 * n + s[0]];
            Parallel team = Teams.ALL.get(2);
            Softmax.softmax(team, x, 0, y, 0, s[0], s[1]);
            Softmax.logSoftmax(team, x, 0, y, n, s[0], s[1]);
            Softmax.logSumExp(team, x, 0, y, 2 * n, s[0], s[1]);
            for (int u = 0; u < n; u++) {
                double log = row(narrow, u / s[1] * s[1], s[1])[u % s[1]];
                assertThat(y[u]).isCloseTo(Math.exp(log), within(Math.exp(log) * 1e-13));
                assertThat(y[u + n]).isCloseTo(log, within(1e-14 * (1 + Math.abs(log))));
                double lse = x[u] - log;
                assertThat(y[2 * n + u / s[1]]).isCloseTo(lse, within(1e-14 * (1 + Math.abs(log) + Math.abs(lse))));
            }
        }
    }

    @Test
    void extremes() {
        float i = Float.POSITIVE_INFINITY;
        float[] x = {-i, 1, 2, i, 1, 2, -i, -i, -i, Float.NaN, 1, 2, 3e38f, 3e38f, -3e38f};
        float[] y = new float[15];
        Softmax.softmax(Parallel.SERIAL, x, 0, y, 0, 5, 3);
        assertThat(y[0]).isZero();
        assertThat(y[1] + y[2]).isEqualTo(1f);
        for (int k = 3; k < 12; k++) {
            assertThat(y[k]).isNaN();
        }
        assertThat(new float[] {y[12], y[13], y[14]}).containsExactly(0.5f, 0.5f, 0);
        Softmax.logSoftmax(Parallel.SERIAL, x, 0, y, 0, 1, 3);
        assertThat(y[0]).isEqualTo(-i);
        float[] lse = new float[5];
        Softmax.logSumExp(Parallel.SERIAL, x, 0, lse, 0, 5, 3);
        assertThat(new float[] {lse[1], lse[2], lse[3], lse[4]}).containsExactly(i, -i, Float.NaN, 3e38f);
    }
}
