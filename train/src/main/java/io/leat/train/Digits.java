package io.leat.train;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A data set of digits that is drawn rather than read: strokes of ten glyphs, turned, slanted, stretched, moved, in thin
 * and thick pens, with noise. The same number always gives the same picture, on every machine.
 *
 * <p>Its examples are like those of {@link Mnist}: float32 [28, 28, 1] from 0 to 1, and int32 0 to 9.
 */
public final class Digits {
    /** The height and the width of a picture. */
    public static final int SIZE = 28;

    /** Polylines in a square from (0, 0) at the top left to (1, 1), as x, y, x, y ... */
    private static final double[][][] GLYPHS = {
        {arc(0.5, 0.5, 0.3, 0.45, 0, 360)},
        {{0.3, 0.25, 0.55, 0.05, 0.55, 0.95}},
        {join(arc(0.5, 0.3, 0.3, 0.25, 180, 405), 0.2, 0.95, 0.82, 0.95)},
        {arc(0.45, 0.28, 0.3, 0.23, 200, 450), arc(0.45, 0.72, 0.33, 0.23, -90, 160)},
        {{0.65, 0.95, 0.65, 0.05, 0.15, 0.65, 0.88, 0.65}},
        {join(new double[] {0.8, 0.05, 0.27, 0.05, 0.23, 0.45}, arc(0.47, 0.67, 0.31, 0.28, -125, 150))},
        {join(new double[] {0.7, 0.05, 0.35, 0.35}, arc(0.5, 0.69, 0.29, 0.26, -165, 195))},
        {{0.15, 0.05, 0.85, 0.05, 0.42, 0.95}},
        {arc(0.5, 0.27, 0.25, 0.22, 0, 360), arc(0.5, 0.72, 0.3, 0.23, 0, 360)},
        {join(arc(0.48, 0.31, 0.28, 0.26, 0, 360), 0.72, 0.7, 0.6, 0.95)},
    };

    private static final long TRAIN_SEED = 20_161_101;
    private static final long TEST_SEED = 20_170_215;

    private Digits() {}

    /** {@code n} examples to train with, each digit as often as the others. */
    public static Dataset train(int n) {
        return Dataset.generate(n, i -> example(TRAIN_SEED, i));
    }

    /** {@code n} examples, none of them among those to train with. */
    public static Dataset test(int n) {
        return Dataset.generate(n, i -> example(TEST_SEED, i));
    }

    private static List<Tensor> example(long seed, int i) {
        int digit = i % 10;
        var random = new SplittableRandom(seed * 1_000_003 + i);
        return List.of(Raw.wrap(DType.FLOAT32, Shape.of(SIZE, SIZE, 1), draw(digit, random)), Tensor.scalar(digit));
    }

    private static float[] draw(int digit, SplittableRandom random) {
        double angle = between(random, -0.35, 0.35);
        double slant = between(random, -0.3, 0.3);
        double width = between(random, 12, 19);
        double height = between(random, 15, 21);
        double left = SIZE / 2.0 + between(random, -3, 3);
        double top = SIZE / 2.0 + between(random, -3, 3);
        double pen = between(random, 0.8, 1.9);
        double ink = between(random, 0.7, 1);
        double noise = between(random, 0, 0.12);
        double wobble = between(random, 0, 0.05);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        float[] image = new float[SIZE * SIZE];
        for (double[] stroke : GLYPHS[digit]) {
            double[] p = new double[stroke.length];
            for (int k = 0; k < p.length; k += 2) {
                double y = (stroke[k + 1] - 0.5 + between(random, -wobble, wobble)) * height;
                double x = (stroke[k] - 0.5 + between(random, -wobble, wobble)) * width - slant * y;
                p[k] = left + cos * x - sin * y;
                p[k + 1] = top + sin * x + cos * y;
            }
            for (int k = 0; k + 3 < p.length; k += 2) {
                line(image, p[k], p[k + 1], p[k + 2], p[k + 3], pen, ink);
            }
        }
        for (int k = 0; k < image.length; k++) {
            double v = image[k] + noise * between(random, -1, 1);
            image[k] = (float) Math.clamp(v, 0.0, 1.0);
        }
        return image;
    }

    /** Darkens the pixels nearer than {@code pen} to a line, with a soft edge one pixel wide. */
    private static void line(float[] image, double x0, double y0, double x1, double y1, double pen, double ink) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.max(dx * dx + dy * dy, 1e-9);
        int fromY = (int) Math.max(0, Math.floor(Math.min(y0, y1) - pen - 1));
        int toY = (int) Math.min(SIZE - 1, Math.ceil(Math.max(y0, y1) + pen + 1));
        int fromX = (int) Math.max(0, Math.floor(Math.min(x0, x1) - pen - 1));
        int toX = (int) Math.min(SIZE - 1, Math.ceil(Math.max(x0, x1) + pen + 1));
        for (int y = fromY; y <= toY; y++) {
            for (int x = fromX; x <= toX; x++) {
                double t = Math.clamp(((x - x0) * dx + (y - y0) * dy) / length, 0.0, 1.0);
                double ex = x - x0 - t * dx;
                double ey = y - y0 - t * dy;
                double v = ink * Math.clamp(pen + 0.5 - Math.sqrt(ex * ex + ey * ey), 0.0, 1.0);
                image[y * SIZE + x] = (float) Math.max(image[y * SIZE + x], v);
            }
        }
    }

    private static double between(SplittableRandom random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A part of an ellipse; degrees go clockwise from the right. */
    private static double[] arc(double x, double y, double rx, double ry, int from, int to) {
        int n = Math.max(4, (to - from) / 24);
        double[] points = new double[2 * (n + 1)];
        for (int i = 0; i <= n; i++) {
            double a = StrictMath.toRadians(from + (to - from) * (double) i / n);
            points[2 * i] = x + rx * StrictMath.cos(a);
            points[2 * i + 1] = y + ry * StrictMath.sin(a);
        }
        return points;
    }

    private static double[] join(double[] a, double... b) {
        double[] all = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
