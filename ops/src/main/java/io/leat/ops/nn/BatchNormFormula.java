package io.leat.ops.nn;

import io.leat.graph.Backprop;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The gradients of batch normalisation, written with elementwise ops and reductions, for second derivatives. */
final class BatchNormFormula {
    private BatchNormFormula() {}

    /**
     * The gradients of x, scale and offset that {@code b}'s node computes, of {@code inputs}: the gradient of y, x and
     * scale. When training, mean and variance are computed from x.
     */
    static List<Output> gradients(Ops tf, Backprop b, List<Output> inputs) {
        DType t = inputs.get(1).dtype();
        Output g = toFloat(tf, inputs.get(0));
        Output x = toFloat(tf, inputs.get(1));
        float epsilon = b.attrs().real("epsilon");
        String format = b.attrs().text("data_format");
        int axis = ImageFormat.of(format).channelAxis();
        int[] axes = IntStream.range(0, format.length()).filter(i -> i != axis).toArray();
        Output over = tf.constant(axes);
        int[] dims = new int[format.length()];
        Arrays.fill(dims, 1);
        dims[axis] = -1;
        Output spread = tf.constant(dims);
        Output flat = tf.constant(new int[] {-1});
        Output scale = tf.call("Reshape", inputs.get(2), spread);
        boolean training = b.attrs().bool("is_training");
        Output mean = training ? mean(tf, x, over) : tf.call("Reshape", b.input(3), spread);
        Output offset = x.minus(mean);
        Output variance = training ? mean(tf, offset.square(), over) : tf.call("Reshape", b.input(4), spread);
        Output spreadOut = variance.plus(epsilon);
        Output root = tf.call("Rsqrt", spreadOut);
        Output product = g.times(offset);
        Output dx = training
                ? scale.times(root)
                        .times(g.minus(mean(tf, g, over))
                                .minus(offset.times(mean(tf, product, over)).dividedBy(spreadOut)))
                : g.times(scale).times(root);
        Output dScale = tf.call("Reshape", root.times(reduce(tf, "Sum", product, over)), flat);
        Output dOffset = tf.call("Reshape", reduce(tf, "Sum", g, over), flat);
        return List.of(SoftmaxCrossEntropyWithLogits.cast(tf, dx, t), dScale, dOffset);
    }

    private static Output toFloat(Ops tf, Output x) {
        return SoftmaxCrossEntropyWithLogits.cast(tf, x, DType.FLOAT32);
    }

    private static Output mean(Ops tf, Output x, Output axes) {
        return reduce(tf, "Mean", x, axes);
    }

    private static Output reduce(Ops tf, String op, Output x, Output axes) {
        return tf.op(op).input(x).input(axes).attr("keep_dims", true).add().output(0);
    }
}
