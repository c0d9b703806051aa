package io.leat.ops.image;

/**
 * The four original pixels that a resized one is interpolated from, and their weights, for each pixel of one axis: Keys'
 * cubic convolution, looked up in a table of 1024 steps as TensorFlow does.
 *
 * @param pixels four for each resized pixel
 * @param weights four for each resized pixel
 */
record CubicWeights(int[] pixels, float[] weights) {
    private static final int STEPS = 1 << 10;

    /**
     * With half pixel centres the parameter is -0.5, and pixels outside have no weight; otherwise it is -0.75, and pixels
     * outside are replaced by the nearest inside.
     */
    static CubicWeights of(ResizeScale axis) {
        boolean half = axis.halfPixelCenters();
        double a = half ? -0.5 : -0.75;
        int[] pixels = new int[4 * axis.out()];
        float[] weights = new float[4 * axis.out()];
        for (int i = 0; i < axis.out(); i++) {
            float position = axis.position(i);
            int at = (int) Math.floor(position);
            int step = (int) Math.rint((position - at) * STEPS);
            float[] w = {outer(a, step), inner(a, step), inner(a, STEPS - step), outer(a, STEPS - step)};
            float sum = 0;
            for (int k = 0; k < 4; k++) {
                int pixel = Math.clamp(at - 1L + k, 0, axis.in() - 1);
                pixels[4 * i + k] = pixel;
                weights[4 * i + k] = half && pixel != at - 1 + k ? 0 : w[k];
                sum += weights[4 * i + k];
            }
            for (int k = 0; half && Math.abs(sum) >= 1000 * Float.MIN_NORMAL && k < 4; k++) {
                weights[4 * i + k] *= 1 / sum;
            }
        }
        return new CubicWeights(pixels, weights);
    }

    /** The weight of a pixel {@code step / STEPS} away. */
    private static float inner(double a, int step) {
        float x = (float) step / STEPS;
        return (float) (((a + 2) * x - (a + 3)) * x * x + 1);
    }

    /** The weight of a pixel {@code 1 + step / STEPS} away. */
    private static float outer(double a, int step) {
        float x = (float) step / STEPS + 1;
        return (float) (((a * x - 5 * a) * x + 8 * a) * x - 4 * a);
    }
}
