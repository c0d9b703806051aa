package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The vector forms of the spans give the bits of the scalar ones, also for NaNs and infinities. */
class SpansTest {
    private static final int SIZE = 500;

    /** What one form of a loop does to {@code out}, for a length and two offsets. */
    private interface Loop {
        void run(float[] a, float[] b, int from, int n, float[] out, int to);
    }

    private interface WideLoop {
        void run(double[] a, double[] b, int from, int n, double[] out, int to);
    }

    private static void same(Loop chosen, Loop scalar) {
        Random random = new Random(31);
        for (int n = 0; n < 70; n++) {
            float[] a = floats(random);
            float[] b = floats(random);
            float[] out = floats(random);
            float[] expected = out.clone();
            int from = random.nextInt(20);
            int to = random.nextInt(20);
            chosen.run(a, b, from, n, out, to);
            scalar.run(a, b, from, n, expected, to);
            assertThat(out).as("length %d", n).isEqualTo(expected);
        }
    }

    private static void sameWide(WideLoop chosen, WideLoop scalar) {
        Random random = new Random(32);
        for (int n = 0; n < 70; n++) {
            double[] a = doubles(random);
            double[] b = doubles(random);
            double[] out = doubles(random);
            double[] expected = out.clone();
            int from = random.nextInt(20);
            int to = random.nextInt(20);
            chosen.run(a, b, from, n, out, to);
            scalar.run(a, b, from, n, expected, to);
            assertThat(out).as("length %d", n).isEqualTo(expected);
        }
    }

    @Test
    void rowsOfFloats() {
        same(
                (a, b, f, n, out, t) -> FloatSpans.add(a, f, 4, 71, n, out, t),
                (a, b, f, n, out, t) -> FloatSpans.scalarAdd(a, f, 4, 71, n, out, t));
        same(
                (a, b, f, n, out, t) -> FloatSpans.max(a, f, 5, 3, n, out, t),
                (a, b, f, n, out, t) -> FloatSpans.scalarMax(a, f, 5, 3, n, out, t));
        same(
                (a, b, f, n, out, t) -> FloatSpans.subtract(a, f, n, out, t),
                (a, b, f, n, out, t) -> FloatSpans.scalarSubtract(a, f, n, out, t));
        int[] starts = {240, 3, 80, 320, 160};
        same(
                (a, b, f, n, out, t) -> FloatSpans.addToLargest(a, starts, 5, n, b, f, out, t),
                (a, b, f, n, out, t) -> FloatSpans.scalarAddToLargest(a, starts, 5, 0, n, b, f, out, t));
    }

    @Test
    void mapsOfFloats() {
        same(
                (a, b, f, n, out, t) -> FloatSpans.interpolate(a, f, b, f + 1, 0.3f, n, out, t),
                (a, b, f, n, out, t) -> FloatSpans.scalarInterpolate(a, f, b, f + 1, 0.3f, n, out, t));
        same(
                (a, b, f, n, out, t) -> FloatSpans.addScaled(a, f, 0.3f, 0.7f, n, out, t),
                (a, b, f, n, out, t) -> FloatSpans.scalarAddScaled(a, f, 0.3f, 0.7f, n, out, t));
        same(
                (a, b, f, n, out, t) -> FloatSpans.product(a, f, b, f + 1, n, out, t),
                (a, b, f, n, out, t) -> FloatSpans.scalarProduct(a, f, b, f + 1, n, out, t));
        same(
                (a, b, f, n, out, t) -> FloatSpans.addProduct(a, f, b, f + 1, n, out, t),
                (a, b, f, n, out, t) -> FloatSpans.scalarAddProduct(a, f, b, f + 1, n, out, t));
    }

    @Test
    void doubles() {
        sameWide(
                (a, b, f, n, out, t) -> DoubleSpans.add(a, f, 4, 71, n, out, t),
                (a, b, f, n, out, t) -> DoubleSpans.scalarAdd(a, f, 4, 71, n, out, t));
        sameWide(
                (a, b, f, n, out, t) -> DoubleSpans.max(a, f, 5, 3, n, out, t),
                (a, b, f, n, out, t) -> DoubleSpans.scalarMax(a, f, 5, 3, n, out, t));
        int[] starts = {240, 3, 80, 320, 160};
        sameWide(
                (a, b, f, n, out, t) -> DoubleSpans.addToLargest(a, starts, 5, n, b, f, out, t),
                (a, b, f, n, out, t) -> DoubleSpans.scalarAddToLargest(a, starts, 5, 0, n, b, f, out, t));
    }

    private static float[] floats(Random random) {
        float[] data = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            int kind = random.nextInt(40);
            data[i] = kind == 0 ? Float.NaN : kind == 1 ? Float.NEGATIVE_INFINITY : random.nextInt(30) * 0.3f - 4;
        }
        return data;
    }

    private static double[] doubles(Random random) {
        float[] floats = floats(random);
        double[] data = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            data[i] = floats[i];
        }
        return data;
    }
}
