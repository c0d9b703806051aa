package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of products against plain loops in {@code double}. */
class ProductSumTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void plainLoopsAgree(int seed) {
        check(seed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "128", "256"})
    void plainLoopsAgreeInOtherForms(String form) {
        for (int seed = 0; seed < 4; seed++) {
            assertThat(Forms.call(form, ProductSumTest.class, "check", seed)).isEqualTo(true);
        }
    }

    @Test
    void nothingToAddIsZero() {
        float[] c = {1, 2, 3, 4};
        new ProductSum(false, false, 2, 2, new int[0]).floats(new Object[0], c, Parallel.SERIAL);
        assertThat(c).containsOnly(0f);
        double[] d = {1, 2, 3, 4};
        new ProductSum(false, false, 2, 2, new int[0]).doubles(new Object[0], d, Parallel.SERIAL);
        assertThat(d).containsOnly(0d);
    }

    static boolean check(int seed) {
        var random = new Random(seed);
        boolean transA = seed % 2 == 1;
        boolean transB = seed / 2 % 2 == 1;
        int m = 1 + random.nextInt(seed % 3 == 0 ? 20 : 250);
        int n = 1 + random.nextInt(seed % 3 == 0 ? 20 : 300);
        int longest = seed % 5 == 4 ? 700 : 70;
        int[] inner = IntStream.generate(() -> random.nextInt(longest))
                .limit(1 + random.nextInt(60))
                .toArray();
        var floats = new Object[2 * inner.length];
        var doubles = new Object[2 * inner.length];
        double[] expected = new double[m * n];
        for (int i = 0; i < inner.length; i++) {
            int k = inner[i];
            double[] a = values(random, m * k);
            double[] b = values(random, k * n);
            doubles[2 * i] = a;
            doubles[2 * i + 1] = b;
            floats[2 * i] = rounded(a);
            floats[2 * i + 1] = rounded(b);
            for (int r = 0; r < m; r++) {
                for (int p = 0; p < k; p++) {
                    double x = transA ? a[p * m + r] : a[r * k + p];
                    for (int j = 0; j < n; j++) {
                        expected[r * n + j] += x * (transB ? b[j * k + p] : b[p * n + j]);
                    }
                }
            }
        }
        var sum = new ProductSum(transA, transB, m, n, inner);
        float[] c = new float[m * n];
        sum.floats(floats, c, Parallel.SERIAL);
        double[] d = new double[m * n];
        sum.doubles(doubles, d, Parallel.SERIAL);
        for (int i = 0; i < m * n; i++) {
            assertThat((double) c[i]).as("seed %d, %s", seed, sum).isCloseTo(expected[i], within(2e-4));
            assertThat(d[i]).as("seed %d, %s", seed, sum).isCloseTo(expected[i], within(1e-10));
        }
        float[] again = new float[m * n];
        sum.floats(floats, again, ReversedParallel.INSTANCE);
        assertThat(again).as("seed %d, %s, other parts", seed, sum).isEqualTo(c);
        return true;
    }

    /** Numbers that {@code float} holds exactly. */
    private static double[] values(Random random, int size) {
        return random.ints(size, -64, 65).mapToDouble(i -> i / 128d).toArray();
    }

    private static float[] rounded(double[] x) {
        float[] out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = (float) x[i];
        }
        return out;
    }
}
