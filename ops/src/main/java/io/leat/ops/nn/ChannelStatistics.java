package io.leat.ops.nn;

import io.leat.ops.family.Broadcast;
import io.leat.ops.family.Strides;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Numbers for each channel of images, taken over all other dimensions: for the plain meanings of batch normalisation. */
final class ChannelStatistics {
    private final int channels;
    private final int[] channelOf;
    private final int rows;

    /** Of tensors of shape {@code s} with their channels along {@code axis}. */
    ChannelStatistics(Shape s, int axis) {
        channels = Math.toIntExact(s.dim(axis));
        long[] spread = Strides.ones(s.rank());
        spread[axis] = channels;
        channelOf = Broadcast.indices(Shape.of(spread), s);
        rows = channels == 0 ? 0 : channelOf.length / channels;
    }

    /** A function of the number of an element and that of its channel. */
    interface Term {
        double at(int element, int channel);
    }

    int channels() {
        return channels;
    }

    /** The number of elements of each channel. */
    int rows() {
        return rows;
    }

    double[] sum(Term term) {
        double[] sums = new double[channels];
        for (int i = 0; i < channelOf.length; i++) {
            sums[channelOf[i]] += term.at(i, channelOf[i]);
        }
        return sums;
    }

    double[] mean(Term term) {
        double[] sums = sum(term);
        for (int c = 0; c < channels; c++) {
            sums[c] /= rows;
        }
        return sums;
    }

    /** A tensor of {@code term}. */
    Tensor map(DType dtype, Shape shape, Term term) {
        Elements out = Elements.allocate(dtype, shape);
        for (int i = 0; i < channelOf.length; i++) {
            out.set(i, term.at(i, channelOf[i]));
        }
        return out.tensor();
    }

    /** A vector with an element for each channel. */
    static Tensor vector(DType dtype, double[] values) {
        Elements out = Elements.allocate(dtype, Shape.of(values.length));
        for (int c = 0; c < values.length; c++) {
            out.set(c, values[c]);
        }
        return out.tensor();
    }
}
