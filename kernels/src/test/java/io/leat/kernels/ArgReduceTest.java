package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArgReduceTest {
    private static final long SEED = 3;
    private static final float N = Float.NaN;
    private static final float I = Float.POSITIVE_INFINITY;

    private static int slow(double[] x, boolean least) {
        int at = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            double v = least ? -x[i] : x[i];
            if (v > best) {
                best = v;
                at = i;
            }
        }
        return at;
    }

    @Test
    void everyTypeAgainstALoop() {
        Random random = new Random(SEED);
        int[][] sizes = {
            {1, 1, 1}, {3, 0, 2}, {2, 5, 1}, {2, 31, 1}, {3, 32, 1}, {2, 33, 1}, {1, 1000, 1}, {2, 7, 3}, {1, 300, 130}
        };
        for (int[] s : sizes) {
            int n = s[0] * s[1] * s[2];
            float[] f = new float[n + 1];
            double[] d = new double[n + 1];
            int[] i = new int[n + 1];
            long[] l = new long[n + 1];
            for (int k = 0; k <= n; k++) {
                i[k] = random.nextInt(40) - 20; // with ties
                f[k] = random.nextInt(9) == 0 ? N : i[k];
                d[k] = f[k];
                l[k] = i[k];
            }
            for (boolean least : new boolean[] {false, true}) {
                for (Parallel parallel : Teams.ALL) {
                    int[][] y = new int[3][s[0] * s[2]];
                    long[] z = new long[s[0] * s[2]];
                    ArgReduce.arg(least, parallel, f, 1, y[0], 0, s[0], s[1], s[2]);
                    ArgReduce.arg(least, parallel, d, 1, y[1], 0, s[0], s[1], s[2]);
                    ArgReduce.arg(least, parallel, i, 1, y[2], 0, s[0], s[1], s[2]);
                    ArgReduce.arg(least, parallel, l, 1, z, 0, s[0], s[1], s[2]);
                    for (int u = 0; u < z.length; u++) {
                        double[] withNaN = new double[s[1]];
                        double[] plain = new double[s[1]];
                        for (int m = 0; m < s[1]; m++) {
                            int at = 1 + (u / s[2] * s[1] + m) * s[2] + u % s[2];
                            withNaN[m] = f[at];
                            plain[m] = i[at];
                        }
                        assertThat(new long[] {y[0][u], y[1][u], y[2][u], z[u]})
                                .as("%s, seed %s", Arrays.toString(s), SEED)
                                .containsExactly(
                                        slow(withNaN, least),
                                        slow(withNaN, least),
                                        slow(plain, least),
                                        slow(plain, least));
                    }
                }
            }
        }
    }

    /** What TensorFlow 2.18 gives. */
    @Test
    void specialValues() {
        float[][] rows = {{N, 1, 2}, {1, N, 2}, {2, 1, N}, {N, N, N}, {-I, -I, -I}, {-I, N, -I}, {N, -1e30f, -I}};
        int[] greatest = {2, 2, 0, 0, 0, 0, 1};
        int[] least = {1, 0, 1, 0, 0, 0, 2};
        for (int r = 0; r < rows.length; r++) {
            long[] y = new long[2];
            ArgReduce.arg(false, Parallel.SERIAL, rows[r], 0, y, 0, 1, 3, 1);
            ArgReduce.arg(true, Parallel.SERIAL, rows[r], 0, y, 1, 1, 3, 1);
            assertThat(y).as(Arrays.toString(rows[r])).containsExactly(greatest[r], least[r]);
        }
        int[] y = new int[1];
        ArgReduce.arg(true, Parallel.SERIAL, new int[] {3, Integer.MIN_VALUE, 5}, 0, y, 0, 1, 3, 1);
        assertThat(y[0]).isEqualTo(1);
        ArgReduce.arg(true, Parallel.SERIAL, new long[] {Long.MAX_VALUE, Long.MIN_VALUE}, 0, y, 0, 1, 2, 1);
        assertThat(y[0]).isEqualTo(1);
    }
}
