package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reductions against a loop in double or long, over sizes around every cut. */
class ReduceTest {
    private static final long SEED = 7;

    private static final int[][] SIZES = {
        {1, 0, 1},
        {3, 0, 2},
        {0, 3, 2},
        {2, 3, 0},
        {1, 1, 1},
        {5, 1, 1},
        {1, 7, 1},
        {3, 8, 1},
        {2, 9, 1},
        {4, 31, 1},
        {4, 33, 1},
        {2, 1000, 1},
        {2, 2049, 1},
        {1, 5000, 1},
        {2, 70_001, 1},
        {1, 5, 3},
        {40, 4, 3},
        {7, 1, 5},
        {3, 129, 7},
        {1, 300, 8},
        {2, 17, 9},
        {1, 131, 33},
        {1, 5, 600},
        {2, 200, 513},
        {1, 1000, 70},
        {1, 9001, 10}
    };

    private static float[] floats(Random random, int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextFloat() + 0.5f;
        }
        return x;
    }

    private static double slow(Reduce.Kind kind, float[] x, int from, int mid, int step) {
        double value = kind.identity();
        for (int m = 0; m < mid; m++) {
            double v = x[from + m * step];
            value = switch (kind) {
                case SUM, MEAN -> value + v;
                case SUM_OF_SQUARES -> value + v * v;
                case PRODUCT -> value * v;
                case MAX -> Math.max(value, v);
                case MIN -> Math.min(value, v);
            };
        }
        return kind == Reduce.Kind.MEAN ? value / mid : value;
    }

    @ParameterizedTest
    @EnumSource
    void floats(Reduce.Kind kind) {
        Random random = new Random(SEED);
        for (int[] s : SIZES) {
            float[] x = floats(random, s[0] * s[1] * s[2] + 5);
            float[] first = null;
            for (Parallel parallel : Teams.ALL) {
                float[] y = new float[s[0] * s[2] + 4];
                Arrays.fill(y, 9f);
                Reduce.reduce(kind, parallel, x, 3, y, 2, s[0], s[1], s[2]);
                if (first == null) {
                    first = y;
                    check(kind, x, y, s);
                } else {
                    assertThat(y).as(Arrays.toString(s)).isEqualTo(first);
                }
            }
        }
    }

    private static void check(Reduce.Kind kind, float[] x, float[] y, int[] s) {
        for (int u = 0; u < s[0] * s[2]; u++) {
            double want = slow(kind, x, 3 + u / s[2] * s[1] * s[2] + u % s[2], s[1], s[2]);
            float rounded = (float) want;
            if (Float.compare(y[u + 2], rounded) != 0) {
                assertThat((double) y[u + 2])
                        .as("%s of %s, seed %s", kind, Arrays.toString(s), SEED)
                        .isCloseTo(want, within(16.0 * Math.ulp(rounded)));
            }
        }
        assertThat(new float[] {y[0], y[1], y[y.length - 2], y[y.length - 1]}).containsOnly(9f);
    }

    @ParameterizedTest
    @EnumSource
    void doubles(Reduce.Kind kind) {
        Random random = new Random(SEED);
        for (int[] s : SIZES) {
            float[] narrow = floats(random, s[0] * s[1] * s[2] + 5);
            double[] x = new double[narrow.length];
            Arrays.setAll(x, i -> narrow[i]);
            double[] first = {};
            for (Parallel parallel : Teams.ALL) {
                double[] y = new double[s[0] * s[2] + 2];
                Reduce.reduce(kind, parallel, x, 3, y, 2, s[0], s[1], s[2]);
                first = first.length == 0 ? y : first;
                assertThat(y).isEqualTo(first);
            }
            for (int u = 0; u < s[0] * s[2]; u++) {
                double want = slow(kind, narrow, 3 + u / s[2] * s[1] * s[2] + u % s[2], s[1], s[2]);
                if (Double.compare(first[u + 2], want) != 0) {
                    assertThat(first[u + 2])
                            .as("%s of %s, seed %s", kind, Arrays.toString(s), SEED)
                            .isCloseTo(want, within(Math.abs(want) * 1e-12 + Double.MIN_NORMAL));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void integers(Reduce.Kind kind) {
        Random random = new Random(SEED);
        for (int[] s : SIZES) {
            int n = s[0] * s[1] * s[2] + 5;
            int[] x = random.ints(n).toArray();
            long[] w = random.longs(n).toArray();
            int[] y = new int[s[0] * s[2] + 2];
            long[] v = new long[s[0] * s[2] + 2];
            Reduce.reduce(kind, Teams.ALL.get(2), x, 3, y, 2, s[0], s[1], s[2]);
            Reduce.reduce(kind, Teams.ALL.get(1), w, 3, v, 2, s[0], s[1], s[2]);
            for (int u = 0; u < s[0] * s[2]; u++) {
                int from = 3 + u / s[2] * s[1] * s[2] + u % s[2];
                long[] wide = new long[s[1]];
                long[] own = new long[s[1]];
                for (int m = 0; m < s[1]; m++) {
                    wide[m] = x[from + m * s[2]];
                    own[m] = w[from + m * s[2]];
                }
                int lowest = kind == Reduce.Kind.MAX ? Integer.MIN_VALUE : Integer.MAX_VALUE;
                long expected =
                        s[1] == 0 && (kind == Reduce.Kind.MAX || kind == Reduce.Kind.MIN) ? lowest : slow(kind, wide);
                assertThat(y[u + 2])
                        .as("%s of %s, seed %s", kind, Arrays.toString(s), SEED)
                        .isEqualTo((int) expected);
                assertThat(v[u + 2])
                        .as("%s of %s, seed %s", kind, Arrays.toString(s), SEED)
                        .isEqualTo(slow(kind, own));
            }
        }
    }

    private static long slow(Reduce.Kind kind, long[] x) {
        return switch (kind) {
            case SUM -> Arrays.stream(x).sum();
            case MEAN -> x.length == 0 ? 0 : Arrays.stream(x).sum() / x.length;
            case SUM_OF_SQUARES -> Arrays.stream(x).map(v -> v * v).sum();
            case PRODUCT -> Arrays.stream(x).reduce(1, (a, b) -> a * b);
            case MAX -> Arrays.stream(x).max().orElse(Long.MIN_VALUE);
            case MIN -> Arrays.stream(x).min().orElse(Long.MAX_VALUE);
        };
    }

    @Test
    void smallIntegersWrap() {
        byte[] bytes = new byte[1];
        Reduce.sum(Parallel.SERIAL, new byte[] {0, 100, 100, 100}, 1, bytes, 0, 1, 3, 1);
        assertThat(bytes[0]).isEqualTo((byte) 300);
        short[] shorts = new short[2];
        Reduce.sum(Parallel.SERIAL, new short[] {30_000, 1, 30_000, 2}, 0, shorts, 0, 1, 2, 2);
        assertThat(shorts).containsExactly((short) 60_000, (short) 3);
    }

    @Test
    void notANumberAndInfinity() {
        for (int inner : new int[] {1, 3, 40}) {
            for (int mid : new int[] {1, 5, 40, 200}) {
                for (float special : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                    float[] x = new float[mid * inner];
                    x[(mid / 2) * inner + inner - 1] = special;
                    float[] y = new float[inner];
                    for (Reduce.Kind kind : Reduce.Kind.values()) {
                        Reduce.reduce(kind, Parallel.SERIAL, x, 0, y, 0, 1, mid, inner);
                        float want = (float) slow(kind, x, inner - 1, mid, inner);
                        assertThat(Float.compare(y[inner - 1], want))
                                .as("%s of %s", kind, special)
                                .isZero();
                    }
                }
            }
        }
    }

    @Test
    void vectorFormsHaveTheScalarFormsBits() {
        assumeTrue(VectorSupport.AVAILABLE, "no Vector API");
        Random random = new Random(SEED);
        for (int n = 0; n < 5000; n += n < 70 ? 1 : 331) {
            float[] x = new float[n + 3];
            for (int i = 0; i < x.length; i++) {
                x[i] = (float) random.nextGaussian();
            }
            assertThat(VectorRanges.sum(x, 3, n)).isEqualTo(FloatRanges.scalarSum(x, 3, n));
            assertThat(VectorRanges.sumOfSquares(x, 3, n)).isEqualTo(FloatRanges.scalarSumOfSquares(x, 3, n));
            assertThat(VectorRanges.max(x, 3, n)).isEqualTo(FloatRanges.scalarMax(x, 3, n));
            assertThat(VectorRanges.min(x, 3, n)).isEqualTo(FloatRanges.scalarMin(x, 3, n));
            assertThat(VectorRanges.argMax(x, 3, n, 1)).isEqualTo(FloatRanges.scalarArgMax(x, 3, n, 1));
            assertThat(VectorRanges.argMax(x, 3, n, -1)).isEqualTo(FloatRanges.scalarArgMax(x, 3, n, -1));
        }
    }

    /** A sum of a million floats keeps its last digits. */
    @Test
    void longSumsAreAccurate() {
        Random random = new Random(SEED);
        int n = 1_000_000;
        float[] x = floats(random, n);
        float[] y = new float[4];
        Reduce.reduce(Reduce.Kind.SUM, Parallel.SERIAL, x, 0, y, 0, 1, n, 1);
        Reduce.reduce(Reduce.Kind.SUM, Parallel.SERIAL, x, 0, y, 1, 1, n / 2, 2);
        double whole = slow(Reduce.Kind.SUM, x, 0, n, 1);
        assertThat((double) y[0]).isCloseTo(whole, within(whole * 1.2e-7));
        assertThat((double) y[1] + y[2]).isCloseTo(whole, within(whole * 1.2e-7));
    }

    @Test
    void allAndAny() {
        Random random = new Random(SEED);
        for (int[] s : SIZES) {
            byte[] x = new byte[s[0] * s[1] * s[2] + 5];
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) (random.nextInt(4) == 0 ? 0 : 2);
            }
            byte[] all = new byte[s[0] * s[2]];
            byte[] any = new byte[s[0] * s[2]];
            Reduce.all(Teams.ALL.get(2), x, 5, all, 0, s[0], s[1], s[2]);
            Reduce.any(Teams.ALL.get(2), x, 5, any, 0, s[0], s[1], s[2]);
            for (int u = 0; u < all.length; u++) {
                int trues = 0;
                for (int m = 0; m < s[1]; m++) {
                    trues += x[5 + (u / s[2] * s[1] + m) * s[2] + u % s[2]] != 0 ? 1 : 0;
                }
                assertThat(all[u]).isEqualTo((byte) (trues == s[1] ? 1 : 0));
                assertThat(any[u]).isEqualTo((byte) (trues > 0 ? 1 : 0));
            }
        }
    }

    @Test
    void halfTheSumOfSquares() {
        float[] x = {9, 1, 2, 3};
        assertThat(L2.halfSumOfSquares(Parallel.SERIAL, x, 1, 3)).isEqualTo(7f);
        assertThat(L2.halfSumOfSquares(Parallel.SERIAL, new double[] {1, 3}, 0, 2))
                .isEqualTo(5.0);
        assertThat(L2.halfSumOfSquares(Parallel.SERIAL, x, 0, 0)).isZero();
        assertThat(Elementary.sum(x, 1, 3)).isEqualTo(6f);
        assertThat(Elementary.max(x, 1, 3)).isEqualTo(3f);
        assertThat(Elementary.min(x, 0, 4)).isEqualTo(1f);
    }
}
