package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sizes that split into parts, on several threads, against loops that follow the definitions. */
class PoolTest {
    private static final int[][] SHAPES = {{1, 40, 37, 33}, {3, 33, 20, 64}, {2, 50, 60, 5}, {1, 7, 7, 512}};
    private static final int[][] WINDOWS = {{2, 2, 2, 2}, {3, 3, 2, 2}, {3, 3, 1, 1}, {7, 7, 1, 1}};

    private static final Parallel THREADS = ThreadedParallel.INSTANCE;

    /** What a test does with one combination of sizes. */
    private interface Check {
        void check(PoolShape shape, Random random);
    }

    private static void each(Check check) {
        Random random = new Random(23);
        for (int[] shape : SHAPES) {
            for (int[] window : WINDOWS) {
                check.check(PoolCase.shape(shape, window, true), random);
                check.check(PoolCase.shape(shape, window, false), random);
            }
        }
    }

    @Test
    void maximaAndTheirPlaces() {
        each((s, random) -> {
            float[] x = input(s.batch() * s.inImage(), random);
            float[] y = new float[1 + s.batch() * s.outImage()];
            float[] again = new float[y.length];
            long[] argmax = new long[y.length];
            Pool.max(x, 1, y, 1, s, THREADS);
            Pool.maxWithArgmax(x, 1, again, 1, argmax, 1, true, s, THREADS);
            assertThat(again).isEqualTo(y);
            int at = 1;
            for (int b = 0; b < s.batch(); b++) {
                for (int r = 0; r < s.outH(); r++) {
                    for (int c = 0; c < s.outRow(); c++, at++) {
                        int place = place(x, s, b, r, c);
                        assertThat(argmax[at]).isEqualTo(place);
                        assertThat(y[at]).isEqualTo(x[1 + place]);
                    }
                }
            }
        });
    }

    @Test
    void gradientsOfMaxima() {
        each((s, random) -> {
            float[] x = input(s.batch() * s.inImage(), random);
            float[] dy = input(s.batch() * s.outImage(), random);
            float[] dx = input(x.length - 1, random);
            float[] expected = new float[x.length];
            expected[0] = dx[0];
            int at = 1;
            for (int b = 0; b < s.batch(); b++) {
                for (int r = 0; r < s.outH(); r++) {
                    for (int c = 0; c < s.outRow(); c++, at++) {
                        expected[1 + place(x, s, b, r, c)] += dy[at];
                    }
                }
            }
            Pool.maxGradient(x, 1, dy, 1, dx, 1, s, THREADS);
            assertThat(dx).isEqualTo(expected);
            float[] y = new float[dy.length];
            float[] ddy = new float[dy.length];
            Pool.max(x, 1, y, 1, s, THREADS);
            Pool.maxGradientOfGradient(x, 1, y, 1, x, 1, ddy, 1, s, THREADS);
            assertThat(ddy).isEqualTo(y);
        });
    }

    @Test
    void meansAndTheirGradients() {
        each((s, random) -> {
            float[] x = input(s.batch() * s.inImage(), random);
            float[] dy = input(s.batch() * s.outImage(), random);
            float[] y = new float[dy.length];
            float[] dx = new float[x.length];
            Pool.average(x, 1, y, 1, s, THREADS);
            Pool.averageGradient(dy, 1, dx, 1, s, THREADS);
            float[] expected = new float[y.length];
            float[] gradient = new float[x.length];
            int n = s.channels();
            int at = 1;
            for (int row = 0; row < s.outRows(); row++) {
                int r = row % s.outH();
                int image = 1 + row / s.outH() * s.inImage();
                for (int c = 0; c < s.outRow(); c++, at++) {
                    int h1 = s.endH(r);
                    int w1 = s.endW(c / n);
                    int count = (h1 - s.firstH(r)) * (w1 - s.firstW(c / n));
                    for (int h = s.firstH(r); h < h1; h++) {
                        for (int w = s.firstW(c / n); w < w1; w++) {
                            expected[at] += x[image + (h * s.inW() + w) * n + c % n];
                            gradient[image + (h * s.inW() + w) * n + c % n] += dy[at] * (float) (1.0 / count);
                        }
                    }
                    expected[at] /= count;
                }
            }
            assertThat(y).isEqualTo(expected);
            assertThat(dx).isEqualTo(gradient);
        });
    }

    /** The first largest element of the window of output element {@code c} of a row. */
    private static int place(float[] x, PoolShape s, int b, int r, int c) {
        int n = s.channels();
        int best = -1;
        for (int h = s.firstH(r); h < s.endH(r); h++) {
            for (int w = s.firstW(c / n); w < s.endW(c / n); w++) {
                int i = ((b * s.inH() + h) * s.inW() + w) * n + c % n;
                if (best < 0 || x[1 + i] > x[1 + best]) {
                    best = i;
                }
            }
        }
        return best;
    }

    /** Few different values, so that there are ties, behind an element that is no part of the data. */
    private static float[] input(int n, Random random) {
        float[] data = new float[1 + n];
        data[0] = Float.NaN;
        for (int i = 1; i <= n; i++) {
            data[i] = random.nextInt(40) * 0.3f - 5;
        }
        return data;
    }
}
