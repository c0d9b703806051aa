package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** Run-time checks of batch normalisation. */
final class BatchNormChecks {
    private BatchNormChecks() {}

    /** @throws InvalidArgumentException if {@code x} does not have the rank of the data format */
    static ChannelStatistics statistics(Attrs attrs, Shape x) {
        String format = attrs.text("data_format");
        if (x.rank() != format.length()) {
            throw new InvalidArgumentException("input must be " + format.length() + "-dimensional" + x);
        }
        return new ChannelStatistics(x, ImageFormat.of(format).channelAxis());
    }

    /** @throws InvalidArgumentException if {@code s} is not the shape of a vector with an element for each channel */
    static void vector(String name, Shape s, int channels) {
        if (s.rank() != 1) {
            throw new InvalidArgumentException(name + " must be 1-dimensional" + s);
        }
        if (s.dim(0) != channels) {
            throw new InvalidArgumentException(
                    name + " must have the same number of elements as the channels of x, got " + s.dim(0) + " and "
                            + channels);
        }
    }
}
