package io.leat.kernels;

/**
 * How the pixels of one axis of a resized image lie in the original, computed in floats as TensorFlow does.
 *
 * @param in pixels of the original, at least 1
 * @param out pixels of the resized image, at least 1
 * @param alignCorners the centres of the corner pixels of both images coincide, instead of their edges
 * @param halfPixelCenters pixel {@code i} has its centre at {@code i + 0.5} instead of {@code i}; not with {@code
 *     alignCorners}
 */
record ResizeAxis(int in, int out, boolean alignCorners, boolean halfPixelCenters) {
    private float scale() {
        return alignCorners && in > 1 && out > 1 ? (in - 1) / (float) (out - 1) : in / (float) out;
    }

    /** Where resized pixel {@code i} lies for interpolation. */
    private float position(int i) {
        return halfPixelCenters ? (i + 0.5f) * scale() - 0.5f : i * scale();
    }

    /** The lower neighbour of each resized pixel. */
    int[] lower() {
        int[] lower = new int[out];
        for (int i = 0; i < out; i++) {
            lower[i] = Math.max((int) Math.floor(position(i)), 0);
        }
        return lower;
    }

    /** The upper neighbour of each resized pixel. */
    int[] upper() {
        int[] upper = new int[out];
        for (int i = 0; i < out; i++) {
            upper[i] = Math.min((int) Math.ceil(position(i)), in - 1);
        }
        return upper;
    }

    /** The weight of the upper neighbour of each resized pixel. */
    float[] weights() {
        float[] weights = new float[out];
        for (int i = 0; i < out; i++) {
            float position = position(i);
            weights[i] = position - (float) Math.floor(position);
        }
        return weights;
    }

    /** The nearest pixel of each resized pixel: rounded half up when corners are aligned, else rounded down. */
    int[] nearest() {
        int[] nearest = new int[out];
        float scale = scale();
        for (int i = 0; i < out; i++) {
            float position = halfPixelCenters ? (i + 0.5f) * scale : i * scale;
            double rounded = Math.floor(alignCorners ? position + 0.5 : position);
            nearest[i] = (int) Math.min(rounded, in - 1);
        }
        return nearest;
    }
}
