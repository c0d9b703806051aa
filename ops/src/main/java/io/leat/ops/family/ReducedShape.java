package io.leat.ops.family;

import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** The shapes that reductions take and give, as nodes. */
public final class ReducedShape {
    private ReducedShape() {}

    /** All axes of {@code x}. */
    public static Output allAxes(Ops tf, Output x) {
        if (x.shape().hasRank()) {
            int[] axes = new int[x.shape().rank()];
            for (int i = 0; i < axes.length; i++) {
                axes[i] = i;
            }
            return tf.constant(axes);
        }
        return tf.call("Range", tf.constant(0), tf.call("Rank", x), tf.constant(1));
    }

    /** The shape of {@code x} with 1 in place of the reduced {@code axes}, an int32 vector. */
    public static Output kept(Ops tf, Output x, Output axes) {
        Tensor known = axes.constantValue();
        if (known != null && x.shape().isFullyKnown()) {
            int[] dims = x.shape().intDims();
            for (long a : io.leat.graph.Constants.integers(known)) {
                dims[io.leat.graph.Constants.axis(a, dims.length)] = 1;
            }
            return tf.constant(dims);
        }
        Output shape = tf.call("Shape", x);
        Output rank = tf.call("Size", shape);
        Output positive = tf.call("FloorMod", tf.call("AddV2", asInt32(tf, axes), rank), rank);
        Output flat = tf.call("Reshape", positive, tf.constant(new int[] {-1}));
        Output all = tf.call("Range", tf.constant(0), rank, tf.constant(1));
        Output ones = tf.call("Fill", tf.call("Shape", flat), tf.constant(1));
        return tf.op("DynamicStitch")
                .inputs(java.util.List.of(all, flat))
                .inputs(java.util.List.of(shape, ones))
                .add()
                .output(0);
    }

    /** {@code dy}, the gradient of a reduction of {@code x} along {@code axes}, repeated to the shape of {@code x}. */
    public static Output spread(Ops tf, Output dy, Output x, Output axes) {
        Output shape = x.shape().isFullyKnown()
                ? tf.constant(Tensor.of(Shape.of(x.shape().rank()), x.shape().intDims()))
                : tf.call("Shape", x);
        return tf.call("BroadcastTo", tf.call("Reshape", dy, kept(tf, x, axes)), shape);
    }

    private static Output asInt32(Ops tf, Output x) {
        return x.dtype() == io.leat.tensor.DType.INT32
                ? x
                : tf.op("Cast")
                        .input(x)
                        .attr("DstT", io.leat.tensor.DType.INT32)
                        .add()
                        .output(0);
    }
}
