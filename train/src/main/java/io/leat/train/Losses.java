package io.leat.train;

import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Losses as scalars. Without weights each is the mean over all elements; with weights, which must broadcast to them, the
 * weighted sum divided by the number of weights that are not zero, as {@code tf.compat.v1.losses} reduces them.
 */
public final class Losses {
    private Losses() {}

    /** Of logits [batch, classes] against probabilities of that shape. */
    public static Output softmaxCrossEntropy(Operand labels, Operand logits) {
        return softmaxCrossEntropy(labels, logits, null);
    }

    public static Output softmaxCrossEntropy(Operand labels, Operand logits, @Nullable Operand weights) {
        Ops tf = scope(logits, "softmax_cross_entropy_loss");
        Output each = tf.op("SoftmaxCrossEntropyWithLogits")
                .input(logits)
                .input(labels)
                .add()
                .output(0);
        return reduce(tf, each, weights);
    }

    /** Of logits [batch, classes] against class numbers [batch]. */
    public static Output sparseSoftmaxCrossEntropy(Operand labels, Operand logits) {
        return sparseSoftmaxCrossEntropy(labels, logits, null);
    }

    public static Output sparseSoftmaxCrossEntropy(Operand labels, Operand logits, @Nullable Operand weights) {
        Ops tf = scope(logits, "sparse_softmax_cross_entropy_loss");
        Output each = tf.op("SparseSoftmaxCrossEntropyWithLogits")
                .input(logits)
                .input(labels)
                .add()
                .output(0);
        return reduce(tf, each, weights);
    }

    /** {@code max(x, 0) - x * label + log(1 + exp(-|x|))} of logits x against labels 0 to 1. */
    public static Output sigmoidCrossEntropy(Operand labels, Operand logits) {
        return sigmoidCrossEntropy(labels, logits, null);
    }

    public static Output sigmoidCrossEntropy(Operand labels, Operand logits, @Nullable Operand weights) {
        Ops tf = scope(logits, "sigmoid_cross_entropy_loss");
        Output x = logits.output();
        Output each = tf.call("Relu", x)
                .minus(x.times(labels))
                .plus(tf.call("Log1p", tf.call("Exp", tf.call("Abs", x).neg())));
        return reduce(tf, each, weights);
    }

    /** {@code (prediction - label)^2}. */
    public static Output meanSquaredError(Operand labels, Operand predictions) {
        return meanSquaredError(labels, predictions, null);
    }

    public static Output meanSquaredError(Operand labels, Operand predictions, @Nullable Operand weights) {
        Ops tf = same(labels, predictions, "mean_squared_error");
        return reduce(tf, tf.call("SquaredDifference", predictions, labels), weights);
    }

    /** {@code |prediction - label|}. */
    public static Output absoluteDifference(Operand labels, Operand predictions) {
        return absoluteDifference(labels, predictions, null);
    }

    public static Output absoluteDifference(Operand labels, Operand predictions, @Nullable Operand weights) {
        Ops tf = same(labels, predictions, "absolute_difference");
        return reduce(tf, tf.call("Abs", tf.call("Sub", predictions, labels)), weights);
    }

    /** {@code max(0, 1 - (2 * label - 1) * x)} of logits x against labels 0 or 1. */
    public static Output hinge(Operand labels, Operand logits) {
        return hinge(labels, logits, null);
    }

    public static Output hinge(Operand labels, Operand logits, @Nullable Operand weights) {
        Ops tf = same(labels, logits, "hinge_loss");
        Output sign = labels.output().times(2.0).minus(1.0);
        return reduce(tf, tf.call("Relu", sign.times(logits).neg().plus(1.0)), weights);
    }

    /** {@code -label * log(p + 1e-7) - (1 - label) * log(1 - p + 1e-7)} of probabilities p. */
    public static Output log(Operand labels, Operand predictions) {
        return log(labels, predictions, null);
    }

    public static Output log(Operand labels, Operand predictions, @Nullable Operand weights) {
        Ops tf = same(labels, predictions, "log_loss");
        Output y = labels.output();
        Output p = predictions.output();
        Output hit = y.times(tf.call("Log", p.plus(1e-7)));
        Output miss = y.neg().plus(1.0).times(tf.call("Log", p.neg().plus(1 + 1e-7)));
        return reduce(tf, hit.plus(miss).neg(), weights);
    }

    /** Huber's: {@code d^2 / 2} for differences d up to {@code delta}, beyond that {@code delta * |d| - delta^2 / 2}. */
    public static Output huber(Operand labels, Operand predictions, double delta, @Nullable Operand weights) {
        Ops tf = same(labels, predictions, "huber_loss");
        Output d = tf.call("Abs", tf.call("Sub", predictions, labels));
        Output quadratic = tf.call("Minimum", d, tf.constant(delta, d.dtype()));
        Output linear = d.minus(quadratic);
        return reduce(tf, quadratic.square().times(0.5).plus(linear.times(delta)), weights);
    }

    private static Ops scope(Operand x, String name) {
        return x.output().graph().ops().withScope(name);
    }

    private static Ops same(Operand labels, Operand predictions, String name) {
        if (!labels.output().shape().isCompatibleWith(predictions.output().shape())) {
            throw new InvalidArgumentException("Shapes " + predictions.output().shape() + " and "
                    + labels.output().shape() + " of predictions and labels are incompatible");
        }
        return scope(predictions, name);
    }

    private static Output reduce(Ops tf, Output each, @Nullable Operand weights) {
        if (weights == null) {
            return tf.withName("value").call("Mean", each, axes(tf, each));
        }
        Output w = weights.output();
        Output sum = tf.call("Mul", each, w);
        Output present = tf.op("Cast")
                .input(tf.call("NotEqual", w, tf.constant(0, w.dtype())))
                .attr("DstT", each.dtype())
                .add()
                .output(0);
        Output spread = tf.call("Mul", tf.call("OnesLike", each), present);
        return tf.withName("value")
                .call("DivNoNan", tf.call("Sum", sum, axes(tf, sum)), tf.call("Sum", spread, axes(tf, spread)));
    }

    private static Output axes(Ops tf, Output x) {
        if (x.shape().hasRank()) {
            int[] all = new int[x.shape().rank()];
            java.util.Arrays.setAll(all, i -> i);
            return tf.constant(all);
        }
        Output rank = tf.call("Rank", x);
        return tf.op("Range")
                .input(tf.constant(0, DType.INT32))
                .input(rank)
                .input(tf.constant(1, DType.INT32))
                .add()
                .output(0);
    }
}
