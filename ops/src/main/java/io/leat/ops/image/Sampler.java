package io.leat.ops.image;

import io.leat.graph.Attrs;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.List;

/** Reads images between pixels and outside of them; what it interpolates, it computes in floats as TensorFlow does. */
record Sampler(Elements images, String mode, boolean bilinear, double fill) {
    /** @throws InvalidArgumentException if the attributes are none of the known modes */
    static Sampler of(Attrs attrs, Elements images, float fill) {
        String interpolation = attrs.text("interpolation");
        String mode = attrs.text("fill_mode");
        if (!interpolation.equals("NEAREST") && !interpolation.equals("BILINEAR")) {
            throw new InvalidArgumentException(
                    "Invalid interpolation " + interpolation + ". Supported types: NEAREST, BILINEAR");
        }
        if (!List.of("REFLECT", "WRAP", "CONSTANT", "NEAREST").contains(mode)) {
            throw new InvalidArgumentException(
                    "Invalid mode " + mode + ". Supported types: REFLECT, WRAP, CONSTANT, NEAREST");
        }
        return new Sampler(images, mode, interpolation.equals("BILINEAR"), fill);
    }

    double at(int image, float y, float x, int channel) {
        float py = inside(y, (int) images.shape().dim(1));
        float px = inside(x, (int) images.shape().dim(2));
        if (!bilinear) {
            return pixel(image, round(py), round(px), channel);
        }
        float top = (float) Math.floor(py);
        float left = (float) Math.floor(px);
        float upper = mix(image, top, left, px, channel);
        float lower = mix(image, top + 1, left, px, channel);
        return (top + 1 - py) * upper + (py - top) * lower;
    }

    private float mix(int image, float row, float left, float x, int channel) {
        float a = (float) pixel(image, row, left, channel);
        float b = (float) pixel(image, row, left + 1, channel);
        return (left + 1 - x) * a + (x - left) * b;
    }

    /** Half away from zero. */
    private static double round(float x) {
        return Math.copySign(Math.floor(Math.abs((double) x) + 0.5), x);
    }

    private double pixel(int image, double y, double x, int channel) {
        Shape s = images.shape();
        boolean exists = y >= 0 && y < s.dim(1) && x >= 0 && x < s.dim(2);
        return exists ? images.real((int) s.offset(image, (int) y, (int) x, channel)) : fill;
    }

    /** Where a position along a dimension of {@code n} pixels is read, by the fill mode. */
    private float inside(float position, int n) {
        float p = position;
        long period = 2L * n;
        switch (mode) {
            case "REFLECT" -> {
                if (p < 0) {
                    p = n <= 1 ? 0 : p + period * (long) (-p / period);
                    p = n <= 1 ? 0 : p < -n ? p + period : -p - 1;
                } else if (p > n - 1) {
                    p = n <= 1 ? 0 : p - period * (long) (p / period);
                    p = p >= n ? period - p - 1 : p;
                }
            }
            case "WRAP" -> {
                if (p < 0) {
                    p = n <= 1 ? 0 : p + n * ((long) (-p / (n - 1)) + 1);
                } else if (p > n - 1) {
                    p = n <= 1 ? 0 : p - n * (long) (p / (n - 1));
                }
            }
            case "CONSTANT" -> {
                return p;
            }
            default -> {}
        }
        return Math.max(0, Math.min(n - 1, p));
    }
}
