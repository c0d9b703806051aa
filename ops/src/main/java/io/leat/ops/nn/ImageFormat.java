package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.graph.Lowering;
import io.leat.ir.Value;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import java.util.stream.IntStream;

/**
 * The order of the dimensions of images: batch first, then either the spatial dimensions and the channels last, or the
 * channels before the spatial dimensions.
 *
 * @param channelsFirst whether the channels come second
 * @param spatial the number of spatial dimensions
 */
record ImageFormat(boolean channelsFirst, int spatial) {
    /** That of a data format attribute: NHWC, NCHW, NDHWC or NCDHW. */
    static ImageFormat of(String dataFormat) {
        return switch (dataFormat) {
            case "NHWC" -> new ImageFormat(false, 2);
            case "NCHW" -> new ImageFormat(true, 2);
            case "NDHWC" -> new ImageFormat(false, 3);
            case "NCDHW" -> new ImageFormat(true, 3);
            default -> throw new UnimplementedException("data format " + dataFormat + " is not supported on the CPU");
        };
    }

    /** That of a node: its attribute {@code data_format}, or channels last. */
    static ImageFormat of(Attrs attrs, int spatial) {
        ImageFormat f = attrs.has("data_format") ? of(attrs.text("data_format")) : new ImageFormat(false, spatial);
        return f.spatial == spatial ? f : new ImageFormat(f.channelsFirst, spatial);
    }

    /** The name of the format. */
    String text() {
        String pixels = spatial == 3 ? "DHW" : "HW";
        return channelsFirst ? "NC" + pixels : "N" + pixels + "C";
    }

    int rank() {
        return spatial + 2;
    }

    int channelAxis() {
        return channelsFirst ? 1 : rank() - 1;
    }

    int axis(int spatialDimension) {
        return spatialDimension + (channelsFirst ? 2 : 1);
    }

    /** The shape of these dimensions in this order. */
    Shape shape(long batch, long[] pixels, long channels) {
        long[] dims = new long[rank()];
        dims[0] = batch;
        for (int i = 0; i < spatial; i++) {
            dims[axis(i)] = pixels[i];
        }
        dims[channelAxis()] = channels;
        return Shape.of(dims);
    }

    /** The spatial dimensions of {@code s}. */
    long[] pixels(Shape s) {
        return IntStream.range(0, spatial).mapToLong(i -> s.dim(axis(i))).toArray();
    }

    long channels(Shape s) {
        return s.dim(channelAxis());
    }

    /** The number of an element, given those of its image, its pixel in row-major order, and its channel. */
    int index(int image, int pixel, int channel, int pixels, int channels) {
        return channelsFirst
                ? (image * channels + channel) * pixels + pixel
                : (image * pixels + pixel) * channels + channel;
    }

    /** {@code x} with the channels last. */
    Value channelsLast(Lowering c, Value x) {
        if (!channelsFirst) {
            return x;
        }
        int[] order = new int[rank()];
        for (int i = 0; i < spatial; i++) {
            order[i + 1] = i + 2;
        }
        order[rank() - 1] = 1;
        return c.transpose(x, order);
    }

    /** {@code x}, which has the channels last, in this format. */
    Value fromChannelsLast(Lowering c, Value x) {
        if (!channelsFirst) {
            return x;
        }
        int[] order = new int[rank()];
        order[1] = rank() - 1;
        for (int i = 0; i < spatial; i++) {
            order[i + 2] = i + 1;
        }
        return c.transpose(x, order);
    }
}
