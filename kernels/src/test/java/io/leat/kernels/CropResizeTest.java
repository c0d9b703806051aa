package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cutting out and weighted resizing against the formulas, pixel by pixel. */
class CropResizeTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private float[] numbers(int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextFloat() * 2 - 1;
        }
        return x;
    }

    @Test
    void cropsMixTheFourNearestPixels() {
        int h = 4;
        int w = 5;
        int c = 3;
        float[] in = numbers(2 * h * w * c);
        float[] corners = {0, 0, 1, 1, 0.8f, 0.9f, 0.1f, 0.2f, -0.5f, 0.3f, 0.7f, 1.5f};
        int[] image = {1, 0, 1};
        for (boolean nearest : new boolean[] {true, false}) {
            var crop = new CropResize(h, w, c, 3, 3, 2, nearest, 7);
            float[] out = new float[3 * 3 * 2 * c];
            crop.run(in, corners, image, out, ReversedParallel.INSTANCE);
            for (int n = 0; n < out.length; n++) {
                int box = n / (6 * c);
                int column = n / c % 2;
                double y = between(corners[4 * box], corners[4 * box + 2], 0.5 * (n / (2 * c) % 3)) * (h - 1);
                double x = between(corners[4 * box + 1], corners[4 * box + 3], column) * (w - 1);
                double expected = 7;
                if (y >= 0 && y <= h - 1 && x >= 0 && x <= w - 1) {
                    expected = 0;
                    for (int p = 0; p < h * w; p++) {
                        int row = p / w;
                        double dy = Math.abs(y - row);
                        double dx = Math.abs(x - p % w);
                        double weight = nearest
                                ? Math.round(y) == row && Math.round(x) == p % w ? 1 : 0
                                : Math.max(0, 1 - dy) * Math.max(0, 1 - dx);
                        expected += weight * in[(image[box] * h * w + p) * c + n % c];
                    }
                }
                assertThat((double) out[n]).as("seed %d, %d", seed, n).isCloseTo(expected, within(1e-5));
            }
        }
    }

    private static double between(float from, float to, double share) {
        return from + (to - from) * share;
    }

    @Test
    void tapsAreWeightedSums() {
        for (int round = 0; round < 20; round++) {
            int batch = 1 + random.nextInt(2);
            int h = 1 + random.nextInt(4);
            int w = 1 + random.nextInt(4);
            int c = 1 + random.nextInt(3);
            int outH = 1 + random.nextInt(5);
            int outW = 1 + random.nextInt(5);
            int taps = 1 + random.nextInt(3);
            int[] rows = random.ints((long) taps * outH, 0, h).toArray();
            int[] columns = random.ints((long) taps * outW, 0, w).toArray();
            float[] down = numbers(rows.length);
            float[] across = numbers(columns.length);
            float[] in = numbers(batch * h * w * c);
            float[] out = new float[batch * outH * outW * c];
            new TapResize(batch, h, w, c, taps, rows, down, columns, across).run(in, out, ReversedParallel.INSTANCE);
            for (int n = 0; n < out.length; n++) {
                int b = n / (outH * outW * c);
                int y = n / (outW * c) % outH;
                int x = n / c % outW;
                double sum = 0;
                for (int i = y * taps; i < (y + 1) * taps; i++) {
                    for (int j = x * taps; j < (x + 1) * taps; j++) {
                        sum += down[i] * across[j] * in[((b * h + rows[i]) * w + columns[j]) * c + n % c];
                    }
                }
                assertThat((double) out[n]).as("seed %d, %d", seed, n).isCloseTo(sum, within(1e-5));
            }
        }
    }
}
