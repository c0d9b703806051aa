package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Convolutions and pooling of volumes against sums over all pairs of pixels. */
class VolumesTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** Told of element {@code k} of window {@code o} and its pixel. */
    private interface Visitor {
        void at(int image, int pixel, int k, int o);
    }

    private static void forEach(Windows3d p, Visitor visitor) {
        for (int b = 0; b < p.batch(); b++) {
            for (int o = 0; o < p.outPixels(); o++) {
                for (int k = 0; k < p.windowSize(); k++) {
                    int pixel = pixel(p, o, k);
                    if (pixel >= 0) {
                        visitor.at(b, pixel, k, o);
                    }
                }
            }
        }
    }

    private static int pixel(Windows3d p, int o, int k) {
        int pixel = 0;
        int factor = 1;
        int restO = o;
        int restK = k;
        for (int d = 2; d >= 0; d--) {
            int at = restO % p.out()[d] * p.strides()[d] + restK % p.window()[d] * p.dilations()[d] - p.before()[d];
            if (at < 0 || at >= p.in()[d]) {
                return -1;
            }
            pixel += at * factor;
            factor *= p.in()[d];
            restO /= p.out()[d];
            restK /= p.window()[d];
        }
        return pixel;
    }

    /** Windows of which each covers a pixel. */
    private Windows3d windows(boolean dilated) {
        int[][] s = new int[6][3];
        for (int d = 0; d < 3; d++) {
            int in = 1 + random.nextInt(6);
            int window = 1 + random.nextInt(3);
            int stride = 1 + random.nextInt(2);
            int dilation = dilated ? 1 + random.nextInt(2) : 1;
            int out = (in + stride - 1) / stride;
            int before = Math.max(0, (out - 1) * stride + (window - 1) * dilation + 1 - in) / 2;
            int[] all = {in, window, stride, dilation, before, out};
            for (int i = 0; i < 6; i++) {
                s[i][d] = all[i];
            }
        }
        return new Windows3d(1 + random.nextInt(2), s[0], s[1], s[2], s[3], s[4], s[5]);
    }

    private float[] numbers(int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextInt(9) - 4;
        }
        return x;
    }

    private static float[] garbage(int n) {
        float[] x = new float[n];
        Arrays.fill(x, Float.NaN);
        return x;
    }

    private void same(float[] actual, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("seed %d, element %d", seed, i).isCloseTo(expected[i], within(1e-3));
        }
    }

    @Test
    void convolutions() {
        for (int n = 0; n < 30; n++) {
            Windows3d p = windows(true);
            int c = 1 + random.nextInt(3);
            int m = 1 + random.nextInt(3);
            float[] x = numbers(p.batch() * p.inPixels() * c);
            float[] f = numbers(p.windowSize() * c * m);
            float[] g = numbers(p.batch() * p.outPixels() * m);
            double[] y = new double[g.length];
            double[] dx = new double[x.length];
            double[] df = new double[f.length];
            forEach(p, (b, pixel, k, o) -> {
                for (int i = 0; i < c; i++) {
                    for (int j = 0; j < m; j++) {
                        int from = (b * p.inPixels() + pixel) * c + i;
                        int tap = (k * c + i) * m + j;
                        int to = (b * p.outPixels() + o) * m + j;
                        y[to] += x[from] * f[tap];
                        dx[from] += g[to] * f[tap];
                        df[tap] += g[to] * x[from];
                    }
                }
            });
            Conv3d conv = new Conv3d(p, c, m);
            float[] out = garbage(y.length);
            conv.forward(x, f, out, ReversedParallel.INSTANCE);
            same(out, y);
            out = garbage(dx.length);
            conv.gradientInput(f, g, out, ReversedParallel.INSTANCE);
            same(out, dx);
            out = garbage(df.length);
            conv.gradientFilter(x, g, out, ReversedParallel.INSTANCE);
            same(out, df);
        }
    }

    @Test
    void pooling() {
        for (int n = 0; n < 30; n++) {
            Windows3d p = windows(false);
            int c = 1 + random.nextInt(3);
            float[] x = numbers(p.batch() * p.inPixels() * c);
            float[] g = numbers(p.batch() * p.outPixels() * c);
            double[] max = new double[g.length];
            Arrays.fill(max, Double.NEGATIVE_INFINITY);
            double[] mean = new double[g.length];
            double[] count = new double[g.length];
            double[] maxGradient = new double[x.length];
            double[] meanGradient = new double[x.length];
            Indices all = visitor -> forEach(p, (b, pixel, k, o) -> {
                for (int i = 0; i < c; i++) {
                    visitor.at((b * p.inPixels() + pixel) * c + i, (b * p.outPixels() + o) * c + i);
                }
            });
            all.forEach((i, o) -> {
                max[o] = Math.max(max[o], x[i]);
                mean[o] += x[i];
                count[o]++;
            });
            for (int o = 0; o < mean.length; o++) {
                mean[o] /= count[o];
            }
            all.forEach((i, o) -> {
                maxGradient[i] += x[i] == max[o] ? g[o] : 0;
                meanGradient[i] += g[o] / count[o];
            });
            Pool3d pool = new Pool3d(p, c);
            float[] maxima = garbage(g.length);
            pool.max(x, maxima, ReversedParallel.INSTANCE);
            same(maxima, max);
            float[] out = garbage(g.length);
            pool.average(x, out, ReversedParallel.INSTANCE);
            same(out, mean);
            out = garbage(x.length);
            pool.maxGradient(x, maxima, g, out, ReversedParallel.INSTANCE);
            same(out, maxGradient);
            out = garbage(x.length);
            pool.averageGradient(g, out, ReversedParallel.INSTANCE);
            same(out, meanGradient);
        }
    }

    /** Runs a visitor over elements of input and output that belong together. */
    private interface Indices {
        void forEach(Pair pair);
    }

    private interface Pair {
        void at(int in, int out);
    }
}
