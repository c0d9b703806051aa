package io.leat.ops.nn;

import io.leat.kernels.Pool3d;
import io.leat.kernels.PoolShape;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/** The sizes of a pooling, all known. */
record PoolSizes(ImageFormat format, int batch, int channels, int depth, Placement place, Shape output) {
    /** Told of an element of the input that belongs to the window of an element of the output. */
    interface Visitor {
        void at(int in, int out);
    }

    /** Visits the elements of each window in order; the elements are numbered as the shapes order them. */
    void forEach(Visitor visitor) {
        int outChannels = channels / depth;
        for (int b = 0; b < batch; b++) {
            for (int c = 0; c < channels; c++) {
                int image = b;
                int channel = c;
                place.forEach((inPixel, k, outPixel) -> visitor.at(
                        format.index(image, inPixel, channel, place.inPixels(), channels),
                        format.index(image, outPixel, channel / depth, place.outPixels(), outChannels)));
            }
        }
    }

    /**
     * Requires that an input of a gradient op has a certain shape.
     *
     * @throws InvalidArgumentException if not
     */
    static void require(String what, Shape wanted, Shape actual) {
        if (!actual.equals(wanted)) {
            throw new InvalidArgumentException("Expected " + what + " shape to be " + wanted + ", but got " + actual);
        }
    }

    /** The element of each window that its maximum is taken from: the first greatest one, or a NaN that comes first. */
    int[] argmax(Elements x) {
        int[] best = new int[Windows.size(output.size())];
        Arrays.fill(best, -1);
        forEach((i, o) -> {
            if (best[o] < 0 || isGreater(x, i, best[o])) {
                best[o] = i;
            }
        });
        return best;
    }

    private static boolean isGreater(Elements x, int i, int j) {
        return x.dtype().isFloating() ? x.real(i) > x.real(j) : x.compare(i, x, j) > 0;
    }

    /** The form that the kernels' loops take, for two spatial dimensions with the channels last. */
    PoolShape kernelShape() {
        return new PoolShape(
                batch,
                place.in()[0],
                place.in()[1],
                channels,
                place.window()[0],
                place.window()[1],
                place.strides()[0],
                place.strides()[1],
                place.before()[0],
                place.before()[1],
                place.out()[0],
                place.out()[1]);
    }

    /** The form that the kernels' loops take, for three spatial dimensions with the channels last. */
    Pool3d kernelVolume() {
        return new Pool3d(place.volumes(batch), channels);
    }

    /** Whether the kernels' loops over planes can do it. */
    boolean isPlanar() {
        return format.spatial() == 2 && depth == 1 && place.isTame();
    }

    /** Whether the kernels' loops over volumes can do it for elements of {@code t}. */
    boolean isVolume(DType t) {
        return format.spatial() == 3 && depth == 1 && t == DType.FLOAT32 && place.isTame();
    }

    /** The shape {@code s} of input or output with the channels last. */
    Shape channelsLast(Shape s) {
        return new ImageFormat(false, format.spatial()).shape(s.dim(0), format.pixels(s), format.channels(s));
    }
}
