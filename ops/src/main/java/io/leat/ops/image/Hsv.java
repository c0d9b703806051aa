package io.leat.ops.image;

/** Conversion between red, green, blue and hue, saturation, value; all between 0 and 1. */
final class Hsv {
    private Hsv() {}

    static void fromRgb(double[] pixel) {
        double r = pixel[0];
        double g = pixel[1];
        double b = pixel[2];
        double value = Math.max(r, Math.max(g, b));
        double range = value - Math.min(r, Math.min(g, b));
        double hue;
        if (range <= 0) {
            hue = 0;
        } else if (r == value) {
            hue = (g - b) / (6 * range);
        } else if (g == value) {
            hue = (b - r) / (6 * range) + 2.0 / 6;
        } else {
            hue = (r - g) / (6 * range) + 4.0 / 6;
        }
        pixel[0] = hue < 0 ? hue + 1 : hue;
        pixel[1] = value > 0 ? range / value : 0;
        pixel[2] = value;
    }

    static void toRgb(double[] pixel) {
        double hue = pixel[0] * 6;
        double saturation = pixel[1];
        double value = pixel[2];
        pixel[0] = value * (1 - saturation + saturation * Math.clamp(Math.abs(hue - 3) - 1, 0.0, 1.0));
        pixel[1] = value * (1 - saturation + saturation * Math.clamp(2 - Math.abs(hue - 2), 0.0, 1.0));
        pixel[2] = value * (1 - saturation + saturation * Math.clamp(2 - Math.abs(hue - 4), 0.0, 1.0));
    }
}
