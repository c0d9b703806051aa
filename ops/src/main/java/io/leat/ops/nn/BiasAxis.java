package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.tensor.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The channel dimension that biases belong to: the last one, or with data format NCHW the second one. */
final class BiasAxis {
    private BiasAxis() {}

    static boolean isSecond(Attrs attrs) {
        return attrs.has("data_format") && attrs.text("data_format").equals("NCHW");
    }

    /** Its number in a tensor of {@code rank} dimensions. */
    static int of(Attrs attrs, int rank) {
        return isSecond(attrs) ? 1 : rank - 1;
    }

    /** The axes to sum over, which are all others. */
    static int[] others(Attrs attrs, int rank) {
        int axis = of(attrs, rank);
        return IntStream.range(0, rank).filter(i -> i != axis).toArray();
    }

    /** The shape of the biases within a tensor of {@code rank} dimensions: 1 in all but the channel dimension. */
    static Shape spread(Attrs attrs, int rank, long channels) {
        long[] dims = new long[rank];
        Arrays.fill(dims, 1);
        dims[of(attrs, rank)] = channels;
        return Shape.of(dims);
    }
}
