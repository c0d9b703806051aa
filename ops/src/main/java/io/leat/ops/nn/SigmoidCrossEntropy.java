package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** The cross entropy of independent events. */
public final class SigmoidCrossEntropy {
    private SigmoidCrossEntropy() {}

    /**
     * {@code -labels * log(sigmoid(logits)) - (1 - labels) * log(1 - sigmoid(logits))} for each element, as {@code max(x, 0)
     * - x * labels + log(1 + exp(-abs(x)))}.
     *
     * @param labels probabilities, of the shape of the logits
     */
    @Endpoint("nn.sigmoidCrossEntropyWithLogits")
    public static Output of(Ops tf, Operand labels, Operand logits) {
        Output x = logits.output();
        Shape known = labels.output().shape();
        if (!known.isCompatibleWith(x.shape())) {
            throw new InvalidArgumentException("`logits` and `labels` must have the same shape, received ("
                    + x.shape().pythonForm() + " vs " + known.pythonForm() + ").");
        }
        Output zeros = tf.call("ZerosLike", x);
        Output positive = tf.call("GreaterEqual", x, zeros);
        Output rectified = tf.call("SelectV2", positive, x, zeros);
        Output negative = tf.call("SelectV2", positive, x.neg(), x);
        Output rest = tf.call("Log1p", tf.call("Exp", negative));
        return rectified.minus(x.times(labels)).plus(rest);
    }
}
