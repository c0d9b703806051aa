package io.leat.ops.ctc;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.List;

/**
 * Connectionist temporal classification: minus the logarithm of the probability of each example's label sequence, summed
 * over all ways in which the net can put it out. Inputs: logits [time, batch, classes], the last class being the blank; the
 * labels as a sparse matrix [batch, position]; the steps of each example [batch]. Outputs: the losses [batch] and their
 * gradient by the logits.
 */
@OpSpec("CTCLoss(inputs: T, labels_indices: int64, labels_values: int32, sequence_length: int32) -> "
        + "(loss: T, gradient: T); preprocess_collapse_repeated: bool = false; ctc_merge_repeated: bool = true; "
        + "ignore_longer_outputs_than_inputs: bool = false; T: {float, double} = DT_FLOAT")
public final class CTCLoss extends Op {
    /** See {@link CTCLoss}; the losses. */
    @Endpoint("nn.ctcLoss")
    public static Output of(
            Ops tf, Operand inputs, Operand labelsIndices, Operand labelsValues, Operand sequenceLength) {
        return tf.op("CTCLoss")
                .input(inputs)
                .input(labelsIndices)
                .input(labelsValues)
                .input(sequenceLength)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        Shape inputs = c.shape(0, 3);
        c.shape(1, 2);
        c.shape(2, 1);
        Shape lengths = c.shape(3, 1);
        long batch = Shape.ANY;
        if (inputs.hasRank()) {
            batch = inputs.dim(1);
        }
        if (batch == Shape.ANY && lengths.hasRank()) {
            batch = lengths.dim(0);
        }
        c.output(0, Shape.of(batch));
        c.output(1, inputs.hasRank() ? inputs.withDim(1, batch) : Shape.of(Shape.ANY, batch, Shape.ANY));
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(0);
        if (shape.rank() != 3) {
            throw new InvalidArgumentException("inputs is not a 3-Tensor");
        }
        int time = (int) shape.dim(0);
        int batch = (int) shape.dim(1);
        int classes = (int) shape.dim(2);
        if (time == 0) {
            throw new InvalidArgumentException("Max time or first dimension of input cannot be 0.");
        }
        if (batch == 0) {
            throw new InvalidArgumentException("batch_size must not be 0");
        }
        if (classes == 0) {
            throw new InvalidArgumentException("num_classes must not be 0");
        }
        int[] lengths = CtcLabels.lengths(c.integers(3), c.shape(3), batch, time);
        List<List<Integer>> labels = CtcLabels.of(c, batch);
        boolean collapse = c.attrs().bool("preprocess_collapse_repeated");
        boolean ignore = c.attrs().bool("ignore_longer_outputs_than_inputs");
        Elements x = Elements.of(c.input(0));
        Elements loss = Elements.allocate(x.dtype(), Shape.of(batch));
        Elements gradient = Elements.allocate(x.dtype(), shape);
        for (int b = 0; b < batch; b++) {
            if (labels.get(b).isEmpty()) {
                throw new InvalidArgumentException("Labels length is zero in batch " + b);
            }
            int[] sequence = CtcLabels.withBlanks(labels.get(b), b, classes - 1, collapse);
            int required = sequence.length / 2;
            if (required > lengths[b] && !ignore) {
                throw new InvalidArgumentException(
                        "Not enough time for target transition sequence (required: " + required
                                + ", available: " + lengths[b] + ")" + b
                                + "You can turn this error into a warning by using the flag ignore_longer_outputs_than_inputs");
            }
            if (required <= lengths[b] && lengths[b] > 0) {
                example(c, x, sequence, b, lengths[b], loss, gradient);
            }
        }
        c.output(0, loss.tensor());
        c.output(1, gradient.tensor());
    }

    private static void example(
            Compute c, Elements x, int[] sequence, int b, int length, Elements loss, Elements gradient) {
        int batch = (int) x.shape().dim(1);
        int classes = (int) x.shape().dim(2);
        double[][] y = new double[length][];
        for (int t = 0; t < length; t++) {
            y[t] = softmax(x, (t * batch + b) * classes, classes);
        }
        var e = new CtcExample(y, sequence, classes - 1, c.attrs().bool("ctc_merge_repeated"));
        double[][] alpha = e.alpha();
        double[][] beta = e.beta();
        double value = e.loss(alpha, beta);
        loss.set(b, value);
        for (int t = 0; t < length; t++) {
            double[] g = e.gradient(t, alpha, beta, value);
            for (int k = 0; k < classes; k++) {
                gradient.set((t * batch + b) * classes + k, g[k]);
            }
        }
    }

    private static double[] softmax(Elements x, int from, int n) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, x.real(from + i));
        }
        double[] y = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            y[i] = Math.exp(x.real(from + i) - max);
            sum += y[i];
        }
        for (int i = 0; i < n; i++) {
            y[i] /= sum;
        }
        return y;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output known = tf.op("PreventGradient")
                .input(b.output(1))
                .attr(
                        "message",
                        "Currently there is no way to take the second derivative of ctc_loss due to the fused "
                                + "implementation's interaction with tf.gradients()")
                .add()
                .output(0);
        Output scale = tf.call("ExpandDims", b.dy(0), tf.constant(-1));
        b.dx(0, tf.call("Mul", scale, known));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(256);
    }
}
