package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import java.util.List;

/** What the gradients of segment ops are made of. */
final class SegmentGradients {
    private final Ops tf;
    private final boolean sorted;
    private final Output data;
    private final Output ids;
    private final Backprop node;

    /** @param sorted whether all numbers are known to be at least 0 */
    SegmentGradients(Backprop node, boolean sorted) {
        this.tf = node.tf();
        this.sorted = sorted;
        this.data = node.input(0);
        this.ids = node.input(1);
        this.node = node;
    }

    /** For each part of the data that of {@code perSegment} with its number; zeros for those that were dropped. */
    Output spread(Output perSegment) {
        if (sorted) {
            return gather(perSegment, ids);
        }
        Output gathered = gather(perSegment, tf.call("Maximum", ids, zero(ids.dtype())));
        Output kept = tf.call("GreaterEqual", ids, zero(ids.dtype()));
        Output extra = tf.call("Sub", tf.call("Rank", gathered), tf.call("Rank", ids));
        Output ones = tf.call("Fill", tf.call("ExpandDims", extra, tf.constant(0)), tf.constant(1));
        Output shape = tf.op("ConcatV2")
                .inputs(List.of(tf.call("Shape", ids), ones))
                .input(tf.constant(0))
                .add()
                .output(0);
        return tf.call("SelectV2", tf.call("Reshape", kept, shape), gathered, zero(gathered.dtype()));
    }

    private Output gather(Output table, Output at) {
        return tf.call("GatherV2", table, at, tf.constant(0));
    }

    private Output zero(DType type) {
        return tf.constant(0, type);
    }

    /** The sums of segments of {@code x}, which has the shape of the data. */
    private Output sum(Output x) {
        return sorted ? tf.call("SegmentSum", x, ids) : tf.call("UnsortedSegmentSum", x, ids, node.input(2));
    }

    private Output product(Output x) {
        return sorted ? tf.call("SegmentProd", x, ids) : tf.call("UnsortedSegmentProd", x, ids, node.input(2));
    }

    /** Of the greatest or least elements: those that equal the result share the gradient evenly. */
    void extreme() {
        Output dy = node.dy(0);
        Output chosen = tf.call("Equal", data, spread(node.output(0)));
        Output count = sum(Cast.of(tf, chosen, dy.dtype()));
        Output shares = spread(tf.call("RealDiv", dy, count));
        node.dx(0, tf.call("SelectV2", chosen, shares, zero(dy.dtype())));
    }

    /**
     * Of products: where an element is 0 the product of the others of its segment, otherwise the product divided by the
     * element; segments with more than one 0 have no gradient.
     */
    void prod() {
        DType type = data.dtype();
        Output isZero = tf.call("Equal", data, zero(type));
        Output zeros = sum(Cast.of(tf, isZero, DType.INT32));
        Output several = tf.call("Greater", zeros, tf.constant(1));
        Output dy = tf.call("SelectV2", several, zero(type), node.dy(0));
        Output nonZero = tf.call("SelectV2", isZero, tf.constant(1, type), data);
        Output ofOthers = spread(product(nonZero));
        Output divided = tf.call("RealDiv", spread(node.output(0)), nonZero);
        Output slope = tf.call("SelectV2", isZero, ofOthers, divided);
        node.dx(0, tf.call("Mul", spread(dy), slope));
    }
}
