package io.leat.ops.nn;

import io.leat.graph.Backprop;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.Arrays;

/** What the two cross entropy ops share: plain meaning of a row, and gradients. */
final class CrossEntropyRule {
    private CrossEntropyRule() {}

    /**
     * Writes {@code softmax(logits) - labels} to {@code gradient} and returns {@code -sum(labels * log(softmax(logits)))}
     * for one row.
     */
    static double row(double[] logits, double[] labels, double[] gradient) {
        double max = Arrays.stream(logits).max().orElse(0);
        double sum = 0;
        for (double x : logits) {
            sum += Math.exp(x - max);
        }
        double log = Math.log(sum);
        double loss = 0;
        for (int j = 0; j < logits.length; j++) {
            loss += labels[j] * (log - (logits[j] - max));
            gradient[j] = Math.exp(logits[j] - max) / sum - labels[j];
        }
        return loss;
    }

    /** {@code -log(softmax(logits)[label])}. */
    static double negativeLog(double[] logits, int label) {
        double max = Arrays.stream(logits).max().orElseThrow();
        double sum = 0;
        for (double x : logits) {
            sum += Math.exp(x - max);
        }
        return Math.log(sum) - (logits[label] - max);
    }

    /** The gradient of the logits, from that of the loss and, for second derivatives, that of output {@code backprop}. */
    static Output logits(Backprop b) {
        Ops tf = b.tf();
        Output grad = scaled(tf, b.dy(0), b.output(1));
        if (!b.hasDy(1)) {
            return grad;
        }
        Output softmax = tf.call("Softmax", b.input(0));
        Output ddy = b.dy(1);
        Output mean = SoftmaxRows.sumOfRows(tf, ddy.times(softmax));
        return grad.plus(ddy.minus(mean).times(softmax));
    }

    /** Each row of {@code rows} times the element of {@code factors} that belongs to it. */
    static Output scaled(Ops tf, Output factors, Output rows) {
        return tf.call("ExpandDims", factors, tf.constant(-1)).times(rows);
    }
}
