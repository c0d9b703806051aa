package io.leat.ops.image;

import io.leat.graph.Attrs;
import io.leat.tensor.InvalidArgumentException;

/**
 * How the pixels of one axis of resized images lie in the originals, in floats as TensorFlow computes it.
 *
 * @param alignCorners the centres of the corner pixels of both images coincide, instead of their edges
 * @param halfPixelCenters pixel {@code i} has its centre at {@code i + 0.5} instead of {@code i}
 */
record ResizeScale(int in, int out, boolean alignCorners, boolean halfPixelCenters) {
    /**
     * That of a node.
     *
     * @throws InvalidArgumentException if it wants corners aligned and half pixel centres
     */
    static ResizeScale of(Attrs attrs, int in, int out) {
        boolean align = attrs.bool("align_corners");
        boolean half = attrs.has("half_pixel_centers") && attrs.bool("half_pixel_centers");
        if (align && half) {
            throw new InvalidArgumentException("If half_pixel_centers is True, align_corners must be False.");
        }
        return new ResizeScale(in, out, align, half);
    }

    /** Original pixels for each resized one. */
    float scale() {
        return alignCorners && out > 1 ? (in - 1) / (float) (out - 1) : in / (float) out;
    }

    /** Where resized pixel {@code i} lies, for interpolation. */
    float position(int i) {
        return halfPixelCenters ? (i + 0.5f) * scale() - 0.5f : i * scale();
    }

    int lower(int i) {
        return Math.max((int) Math.floor(position(i)), 0);
    }

    int upper(int i) {
        return Math.min((int) Math.ceil(position(i)), in - 1);
    }

    /** The weight of the upper neighbour. */
    float weight(int i) {
        return position(i) - (float) Math.floor(position(i));
    }

    int nearest(int i) {
        float at = halfPixelCenters ? (i + 0.5f) * scale() : i * scale();
        double rounded = alignCorners ? Math.floor(at + 0.5) : Math.floor(at);
        return (int) Math.min(rounded, in - 1);
    }
}
