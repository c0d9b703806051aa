package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Scans, progressions and extremes of segments against loops that follow their definitions. */
class ScanTest {
    private static final long SEED = 4711;
    private static final int[][] SIZES = {
        {1, 1, 1}, {3, 5, 1}, {2, 4, 3}, {0, 3, 2}, {2, 0, 3}, {1, 7, 300}, {300, 60, 2}
    };

    private static double[] expected(Scan.Way way, double[] x, int outer, int mid, int inner) {
        double[] y = new double[x.length];
        for (int o = 0; o < outer; o++) {
            for (int m = 0; m < mid; m++) {
                for (int i = 0; i < inner; i++) {
                    double sum = way.product() ? 1 : 0;
                    for (int k = 0; k < mid; k++) {
                        boolean before = way.reverse() ? k > m : k < m;
                        if (before || k == m && !way.exclusive()) {
                            double v = x[(o * mid + k) * inner + i];
                            sum = way.product() ? sum * v : sum + v;
                        }
                    }
                    y[(o * mid + m) * inner + i] = sum;
                }
            }
        }
        return y;
    }

    @Test
    void scans() {
        Random random = new Random(SEED);
        for (int[] s : SIZES) {
            for (int bits = 0; bits < 8; bits++) {
                var way = new Scan.Way((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
                double[] x = random.ints((long) s[0] * s[1] * s[2], -1, 2)
                        .asDoubleStream()
                        .toArray();
                double[] wanted = expected(way, x, s[0], s[1], s[2]);
                double[] doubles = new double[x.length];
                Scan.run(way, x, doubles, s[0], s[1], s[2], Parallel.SERIAL);
                assertThat(doubles)
                        .as("%s %s, seed %d", way, Arrays.toString(s), SEED)
                        .isEqualTo(wanted);

                int[] ints = new int[x.length];
                Scan.run(way, toInts(x), ints, s[0], s[1], s[2], Parallel.SERIAL);
                assertThat(ints).isEqualTo(toInts(wanted));

                long[] longs = new long[x.length];
                Scan.run(way, toLongs(x), longs, s[0], s[1], s[2], Parallel.SERIAL);
                assertThat(longs).isEqualTo(toLongs(wanted));

                float[] floats = new float[x.length];
                Scan.run(way, toFloats(x), floats, s[0], s[1], s[2], Parallel.SERIAL);
                assertThat(floats).isEqualTo(toFloats(wanted));
            }
        }
    }

    @Test
    void progressions() {
        int n = 17_000;
        float[] floats = new float[n];
        Progression.fill(0.5f, 0.1f, floats, n, Parallel.SERIAL);
        double[] doubles = new double[n];
        Progression.fill(0.5, 0.1, doubles, n, Parallel.SERIAL);
        int[] ints = new int[n];
        Progression.fill(7, -300_000, ints, n, Parallel.SERIAL);
        long[] longs = new long[n];
        Progression.fill(7L, 1L << 50, longs, n, Parallel.SERIAL);
        float[] wantedFloats = new float[n];
        for (int i = 0; i < n; i++) {
            wantedFloats[i] = 0.5f + 0.1f * i;
        }
        assertThat(floats).isEqualTo(wantedFloats);
        assertThat(doubles)
                .isEqualTo(IntStream.range(0, n).mapToDouble(i -> 0.5 + 0.1 * i).toArray());
        assertThat(ints)
                .isEqualTo(IntStream.range(0, n).map(i -> 7 - 300_000 * i).toArray());
        assertThat(longs)
                .isEqualTo(LongStream.range(0, n).map(i -> 7 + (i << 50)).toArray());
    }

    @Test
    void extremesOfSegments() {
        Random random = new Random(SEED);
        for (int inner : new int[] {1, 3, 200}) {
            int count = 50;
            int segments = 8;
            int[] ids = random.ints(count, -1, segments - 1).toArray();
            double[] x = random.doubles((long) count * inner, -1, 1).toArray();
            for (boolean least : new boolean[] {false, true}) {
                double[] wanted = new double[segments * inner];
                Arrays.fill(wanted, least ? Double.MAX_VALUE : -Double.MAX_VALUE);
                for (int i = 0; i < x.length; i++) {
                    int at = ids[i / inner] * inner + i % inner;
                    if (ids[i / inner] >= 0) {
                        wanted[at] = least ? Math.min(wanted[at], x[i]) : Math.max(wanted[at], x[i]);
                    }
                }
                double[] y = new double[wanted.length];
                int bad = SegmentExtremes.run(least, x, ids, count, inner, y, segments, Parallel.SERIAL);
                assertThat(bad).isEqualTo(-1);
                assertThat(y).as("seed %d", SEED).isEqualTo(wanted);
            }
        }
    }

    @Test
    void extremesOfSegmentsFindTheFirstNumberThatIsTooLarge() {
        int[] y = new int[2];
        assertThat(SegmentExtremes.run(false, new int[3], new int[] {0, 2, 5}, 3, 1, y, 2, Parallel.SERIAL))
                .isEqualTo(1);
        assertThat(SegmentExtremes.run(
                        true, new long[] {4, 3}, new int[] {1, 1}, 2, 1, new long[2], 2, Parallel.SERIAL))
                .isEqualTo(-1);
        float[] z = new float[1];
        assertThat(SegmentExtremes.run(false, new float[] {1, Float.NaN}, new int[2], 2, 1, z, 1, Parallel.SERIAL))
                .isEqualTo(-1);
        assertThat(z[0]).as("a NaN stays if it comes last").isNaN();
    }

    private static int[] toInts(double[] x) {
        return Arrays.stream(x).mapToInt(v -> (int) v).toArray();
    }

    private static long[] toLongs(double[] x) {
        return Arrays.stream(x).mapToLong(v -> (long) v).toArray();
    }

    private static float[] toFloats(double[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) x[i];
        }
        return y;
    }
}
