package io.leat.graph;

/** The gradient of one tensor: dense, or a sum of rows that stays sparse. */
public sealed interface Gradient {
    /** A tensor of the shape of what it is the gradient of. */
    record Dense(Output value) implements Gradient {}

    /**
     * Rows at indices of the first dimension, TensorFlow's {@code IndexedSlices}; rows of equal index add up.
     *
     * @param values the rows, [n, …]
     * @param indices where they belong, [n] of int32 or int64
     * @param denseShape the shape of the whole, an integer vector
     */
    record IndexedSlices(Output values, Output indices, Output denseShape) implements Gradient {}

    /** The whole as one tensor. */
    default Output dense(Ops tf) {
        return switch (this) {
            case Dense d -> d.value();
            case IndexedSlices s -> {
                Output shape = s.denseShape();
                Output rows = tf.op("StridedSlice")
                        .input(shape)
                        .input(tf.constant(new int[] {0}))
                        .input(tf.constant(new int[] {1}))
                        .input(tf.constant(new int[] {1}))
                        .attr("shrink_axis_mask", 1)
                        .add()
                        .output(0);
                yield tf.call("UnsortedSegmentSum", s.values(), s.indices(), rows);
            }
        };
    }
}
