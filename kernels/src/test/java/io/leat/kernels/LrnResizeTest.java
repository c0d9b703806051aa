package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** LRN and resizing by their definitions, offsets, and independence of the parts. */
class LrnResizeTest {
    @Test
    void lrnFollowsItsFormula() {
        int depth = 40;
        int pixels = 700;
        Lrn lrn = new Lrn(3, 0.8f, 0.3f, 0.6f);
        float[] x = GoldenData.floats("reals", 1, 1 + pixels * depth);
        float[] y = new float[2 + pixels * depth];
        lrn.forward(x, 1, y, 2, pixels, depth, ThreadedParallel.INSTANCE);
        for (int pixel = 0; pixel < pixels; pixel += 13) {
            for (int c = 0; c < depth; c++) {
                double value = lrn(lrn, x, 1 + pixel * depth, depth, c);
                assertThat((double) y[2 + pixel * depth + c]).isCloseTo(value, within(1e-6));
            }
        }
        assertThat(y[1]).isZero();
    }

    @Test
    void lrnGradientIsTheDifferenceQuotient() {
        int depth = 9;
        Lrn lrn = new Lrn(2, 1.1f, 0.4f, 0.75f);
        float[] x = GoldenData.floats("reals", 3, depth);
        float[] dy = GoldenData.floats("reals", 4, depth);
        float[] y = new float[depth];
        float[] dx = new float[depth];
        lrn.forward(x, 0, y, 0, 1, depth, Parallel.SERIAL);
        lrn.gradient(x, 0, y, 0, dy, 0, dx, 0, 1, depth, Parallel.SERIAL);
        for (int k = 0; k < depth; k++) {
            double slope = 0;
            float[] up = x.clone();
            float[] down = x.clone();
            up[k] += 1 / 64f;
            down[k] -= 1 / 64f;
            for (int c = 0; c < depth; c++) {
                slope += dy[c] * 32 * (lrn(lrn, up, 0, depth, c) - lrn(lrn, down, 0, depth, c));
            }
            assertThat((double) dx[k]).isCloseTo(slope, within(1e-3));
        }
    }

    @Test
    void aWindowWiderThanTheRow() {
        float[] y = new float[2];
        new Lrn(5, 1, 1, 1).forward(new float[] {1, 2}, 0, y, 0, 1, 2, Parallel.SERIAL);
        assertThat(y).containsExactly(new float[] {1 / 6f, 2 / 6f}, within(1e-7f));
    }

    private static double lrn(Lrn lrn, float[] x, int from, int depth, int c) {
        double sum = 0;
        for (int j = Math.max(c - lrn.depthRadius(), 0); j < Math.min(c + lrn.depthRadius() + 1, depth); j++) {
            sum += (double) x[from + j] * x[from + j];
        }
        return x[from + c] * Math.pow(lrn.bias() + lrn.alpha() * sum, -lrn.beta());
    }

    @Test
    void resizingDoesNotDependOnParts() {
        Resize resize = new Resize(2, 50, 70, 3, 130, 61, false, true);
        float[] x = GoldenData.floats("reals", 1, 1 + 2 * 50 * 70 * 3);
        float[] y = new float[2 + 2 * 130 * 61 * 3];
        float[] serial = y.clone();
        resize.bilinear(x, 1, y, 2, ThreadedParallel.INSTANCE);
        resize.bilinear(x, 1, serial, 2, Parallel.SERIAL);
        assertThat(y).isEqualTo(serial);
        float[] dx = new float[x.length];
        float[] serialDx = x.clone();
        serialDx[0] = 0;
        resize.bilinearGradient(y, 2, dx, 1, ThreadedParallel.INSTANCE);
        resize.bilinearGradient(y, 2, serialDx, 1, Parallel.SERIAL);
        assertThat(dx).isEqualTo(serialDx);
        assertThat(sum(dx, 1)).isCloseTo(sum(y, 2), within(1e-2));
    }

    @Test
    void nearestOfAnyKind() {
        Resize resize = new Resize(1, 2, 2, 1, 3, 4, false, false);
        byte[] out = new byte[12];
        resize.nearest(new byte[] {1, 2, 3, 4}, 0, out, 0, Parallel.SERIAL);
        assertThat(out).containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4);
        float[] grad = new float[12];
        Arrays.fill(grad, 1);
        float[] back = new float[4];
        resize.nearestGradient(grad, 0, back, 0, Parallel.SERIAL);
        assertThat(back).containsExactly(4, 4, 2, 2);
    }

    private static double sum(float[] x, int from) {
        double sum = 0;
        for (int i = from; i < x.length; i++) {
            sum += x[i];
        }
        return sum;
    }
}
