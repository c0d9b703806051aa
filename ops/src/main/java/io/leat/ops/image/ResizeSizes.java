package io.leat.ops.image;

import io.leat.graph.Attrs;
import io.leat.graph.Inference;
import io.leat.kernels.Resize;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** The sizes of images [batch, height, width, channels] before and after resizing. */
record ResizeSizes(int batch, int inH, int inW, int channels, int outH, int outW) {
    /** The shape of the resized images as far as it is known; {@code size}, the second input, is height and width. */
    static Shape infer(Inference c) {
        Shape in = c.shape(0, 4);
        Shape size = c.shape(1, 1);
        Shape.mergeDims(size.dim(0), 2);
        long[] wanted = c.integers(1);
        if (wanted != null) {
            requirePositive(wanted);
            return in.withDim(1, wanted[0]).withDim(2, wanted[1]);
        }
        return in.withDim(1, Shape.ANY).withDim(2, Shape.ANY);
    }

    /** @throws InvalidArgumentException if images of shape {@code in} cannot be resized to {@code size} */
    static ResizeSizes of(Shape in, Shape sizeShape, long[] size) {
        if (in.rank() != 4) {
            throw new InvalidArgumentException("input must be 4-dimensional" + in);
        }
        if (sizeShape.rank() != 1) {
            throw new InvalidArgumentException("shape_t must be 1-dimensional" + sizeShape);
        }
        if (size.length != 2) {
            throw new InvalidArgumentException("shape_t must have two elements" + sizeShape);
        }
        requirePositive(size);
        ResizeSizes s = of(in, in.withDim(1, size[0]).withDim(2, size[1]));
        s.requireImages();
        return s;
    }

    /** From images of shape {@code in} to images of shape {@code out}. */
    static ResizeSizes of(Shape in, Shape out) {
        int[] from = in.intDims();
        int[] to = out.intDims();
        return new ResizeSizes(from[0], from[1], from[2], from[3], to[1], to[2]);
    }

    private static void requirePositive(long[] size) {
        for (long s : size) {
            if (s <= 0) {
                throw new InvalidArgumentException("output dimensions must be positive");
            }
        }
    }

    private void requireImages() {
        if (inH == 0 || inW == 0 || channels == 0) {
            throw new InvalidArgumentException("input image must be of non-zero size");
        }
    }

    /** Whether there is nothing to do, or nothing that the kernels' loops can do. */
    boolean isEmpty() {
        return batch == 0 || inH == 0 || inW == 0 || channels == 0 || outH == 0 || outW == 0;
    }

    Shape output() {
        return Shape.of(batch, outH, outW, channels);
    }

    int in(int image, int y, int x, int channel) {
        return ((image * inH + y) * inW + x) * channels + channel;
    }

    int out(int image, int y, int x, int channel) {
        return ((image * outH + y) * outW + x) * channels + channel;
    }

    /** The form that the kernels' loops take. */
    Resize kernel(Attrs attrs) {
        return new Resize(
                batch, inH, inW, channels, outH, outW, attrs.bool("align_corners"), attrs.bool("half_pixel_centers"));
    }

    ResizeScale rows(Attrs attrs) {
        return ResizeScale.of(attrs, inH, outH);
    }

    ResizeScale columns(Attrs attrs) {
        return ResizeScale.of(attrs, inW, outW);
    }
}
