package io.leat.ops.image;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.OutOfRangeException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * Boxes cut out of images and resized. A box is {@code [y1, x1, y2, x2]}, where 0 is the centre of the first and 1 that of
 * the last pixel of the image; it may be flipped or reach outside.
 */
record CropBoxes(int images, int inH, int inW, int channels, int boxes, int cropH, int cropW) {
    /** @throws InvalidArgumentException if the shapes do not fit */
    static CropBoxes of(Shape image, Shape boxes, Shape boxIndex, int cropH, int cropW) {
        if (image.rank() != 4) {
            throw new InvalidArgumentException("input image must be 4-D" + image);
        }
        if (boxes.rank() != 2) {
            throw new InvalidArgumentException("boxes must be 2-D" + boxes);
        }
        if (boxes.dim(1) != 4) {
            throw new InvalidArgumentException("boxes must have 4 columns" + boxes);
        }
        if (boxIndex.rank() != 1) {
            throw new InvalidArgumentException("box_index must be 1-D" + boxIndex);
        }
        if (boxIndex.dim(0) != boxes.dim(0)) {
            throw new InvalidArgumentException("box_index has incompatible shape");
        }
        int[] d = image.intDims();
        if (d[1] <= 0 || d[2] <= 0) {
            throw new InvalidArgumentException("image dimensions must be positive");
        }
        if (cropH <= 0 || cropW <= 0) {
            throw new InvalidArgumentException("crop dimensions must be positive");
        }
        return new CropBoxes(d[0], d[1], d[2], d[3], (int) boxes.dim(0), cropH, cropW);
    }

    /** @throws OutOfRangeException if a box belongs to no image */
    void checkIndices(int[] boxIndex) {
        for (int i : boxIndex) {
            if (i < 0 || i >= images) {
                throw new OutOfRangeException("box_index has values outside [0, batch_size)");
            }
        }
    }

    Shape output() {
        return Shape.of(boxes, cropH, cropW, channels);
    }

    int in(int image, int y, int x, int channel) {
        return ((image * inH + y) * inW + x) * channels + channel;
    }

    int out(int box, int y, int x, int channel) {
        return ((box * cropH + y) * cropW + x) * channels + channel;
    }

    float y(Elements boxes, int box, int i) {
        return position((float) boxes.real(4 * box), (float) boxes.real(4 * box + 2), i, inH, cropH);
    }

    float x(Elements boxes, int box, int j) {
        return position((float) boxes.real(4 * box + 1), (float) boxes.real(4 * box + 3), j, inW, cropW);
    }

    private static float position(float from, float to, int i, int in, int crop) {
        return crop > 1 ? from * (in - 1) + i * ((to - from) * (in - 1) / (crop - 1)) : 0.5f * (from + to) * (in - 1);
    }

    /** Whether a position lies outside of {@code size} pixels; a NaN does. */
    static boolean isOutside(float position, int size) {
        return !(position >= 0 && position <= size - 1);
    }
}
