package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import java.util.Arrays;
import java.util.List;

/**
 * The windows of a pooling.
 *
 * @param windows where they lie along the spatial dimensions
 * @param window their sizes along them
 * @param depth the number of neighbouring channels pooled together, 1 unless the spatial windows are single pixels
 */
record PoolWindows(Windows windows, long[] window, long depth) {
    /** Those of a node with the sizes and strides of all dimensions. */
    static PoolWindows of(String op, Attrs attrs, int spatial, long[] ksize, long[] strides) {
        ImageFormat format = ImageFormat.of(attrs, spatial);
        Windows.requireLength(op, "stride", strides, format);
        Windows.requireLength(op, "ksize", ksize, format);
        for (int i = 0; i < ksize.length; i++) {
            if (ksize[i] <= 0) {
                throw new InvalidArgumentException("Sliding window ksize for dimension " + i
                        + (ksize[i] == 0 ? " was zero." : " must be positive, not " + ksize[i]));
            }
            if (strides[i] <= 0) {
                throw new InvalidArgumentException("Stride must be > 0, but got " + strides[i]);
            }
        }
        if (ksize[0] != 1 || strides[0] != 1) {
            throw new UnimplementedException("Pooling is not yet supported on the batch dimension.");
        }
        int channel = format.channelAxis();
        long depth = ksize[channel];
        long[] steps = strides.clone();
        steps[channel] = 1;
        Windows windows = Windows.of(attrs, format, steps, null);
        long[] window = Windows.spatial(format, ksize);
        if (depth > 1) {
            if (Arrays.stream(window).anyMatch(w -> w != 1)
                    || Arrays.stream(windows.strides()).anyMatch(s -> s != 1)) {
                throw new UnimplementedException(
                        "MaxPooling supports exactly one of pooling across depth or pooling " + "across width/height.");
            }
        }
        if (strides[channel] != depth) {
            throw new UnimplementedException(
                    "Depthwise max pooling requires the depth window to equal the depth stride.");
        }
        checkPadding(windows, window);
        return new PoolWindows(windows, window, depth);
    }

    private static void checkPadding(Windows windows, long[] window) {
        long[] padding = windows.explicit();
        List<String> sides = List.of("Top", "Bottom", "Left", "Right");
        for (int i = 0; i < padding.length; i++) {
            if (padding[i] >= window[i / 2]) {
                throw new InvalidArgumentException(sides.get(i) + " padding " + padding[i]
                        + " needs to be smaller than the window size " + window[i / 2]);
            }
        }
    }

    ImageFormat format() {
        return windows.format();
    }

    /** The shape of the pooled images as far as it is known. */
    Shape output(Shape in) {
        ImageFormat format = format();
        long channels = format.channels(in);
        if (channels != Shape.ANY && channels % depth != 0) {
            throw new UnimplementedException(
                    "Depthwise max pooling requires the depth window to evenly divide the input depth.");
        }
        long outChannels = channels == Shape.ANY ? channels : channels / depth;
        return format.shape(in.dim(0), windows.out(format.pixels(in), window), outChannels);
    }

    /** The windows over images of a known shape. */
    PoolSizes place(Shape in) {
        ImageFormat format = format();
        if (in.rank() != format.rank()) {
            throw new InvalidArgumentException("tensor_in must be " + format.rank() + "-dimensional");
        }
        Shape out = output(in);
        return new PoolSizes(
                format,
                Windows.size(in.dim(0)),
                Windows.size(format.channels(in)),
                Windows.size(depth),
                windows.place(format.pixels(in), window),
                out);
    }
}
