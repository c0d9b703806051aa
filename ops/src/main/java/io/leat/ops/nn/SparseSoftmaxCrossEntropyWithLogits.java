package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.kernels.CrossEntropy;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/**
 * Cross entropy of the softmax of each row of {@code features}, [batch, classes], against one class per row: {@code loss[i]
 * = -log(softmax(features[i])[labels[i]])}, and its derivative {@code backprop}, the softmax less 1 at the label.
 */
@OpSpec("SparseSoftmaxCrossEntropyWithLogits(features: T, labels: Tlabels) -> (loss: T, backprop: T); T: "
        + "{half, bfloat16, float, double}; Tlabels: {int32, int64} = DT_INT64")
public final class SparseSoftmaxCrossEntropyWithLogits extends Op {
    /**
     * The cross entropy of each row, of the shape of the labels. Half and bfloat16 are computed in float32.
     *
     * @param labels class numbers, int32 or int64, of the shape of the logits without their last dimension
     * @param logits [..., classes]
     */
    @Endpoint("nn.sparseSoftmaxCrossEntropyWithLogits")
    public static Output of(Ops tf, Operand labels, Operand logits) {
        Output p = labels.output();
        Output x = logits.output();
        Shape ls = x.shape();
        if (ls.rank() == 0) {
            throw new InvalidArgumentException("`logits` cannot be a scalar. Received logits.shape.rank=0");
        }
        if (ls.hasRank() && p.shape().hasRank() && p.shape().rank() != ls.rank() - 1) {
            throw new InvalidArgumentException("`labels.shape.rank` must equal `logits.shape.rank - 1`. Received: "
                    + "labels.shape=" + p.shape().pythonForm() + " of rank "
                    + p.shape().rank() + " and logits.shape="
                    + ls.pythonForm() + " of rank " + ls.rank());
        }
        DType t = x.dtype();
        Output wide = SoftmaxCrossEntropyWithLogits.cast(tf, x, Precision.wide(t));
        Output loss;
        if (ls.rank() == 2) {
            loss = tf.call("SparseSoftmaxCrossEntropyWithLogits", wide, p);
        } else {
            Output flat = tf.call(
                    "SparseSoftmaxCrossEntropyWithLogits",
                    SoftmaxCrossEntropyWithLogits.flattened(tf, wide),
                    tf.call("Reshape", p, tf.constant(new int[] {-1})));
            loss = tf.call("Reshape", flat, tf.call("Shape", p));
        }
        return SoftmaxCrossEntropyWithLogits.cast(tf, loss, t);
    }

    @Override
    protected void infer(Inference c) {
        Shape features = c.shape(0, 2);
        Shape labels = c.shape(1, 1);
        Shape batch = features.slice(0, 1).merge(labels);
        c.output(0, batch);
        c.output(1, batch.concat(features.from(1)));
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(0);
        check(shape, c.shape(1));
        long[] classes = c.integers(1);
        int n = (int) shape.dim(1);
        if (Arrays.stream(classes).anyMatch(k -> k < 0 || k >= n)) {
            throw outside(classes, n);
        }
        Elements x = Elements.of(c.input(0));
        Elements loss = Elements.allocate(x.dtype(), shape.slice(0, 1));
        Elements backprop = Elements.allocate(x.dtype(), shape);
        double[] logits = new double[n];
        double[] labels = new double[n];
        double[] gradient = new double[n];
        for (int i = 0; i < loss.size(); i++) {
            for (int j = 0; j < n; j++) {
                logits[j] = x.real(i * n + j);
                labels[j] = j == classes[i] ? 1 : 0;
            }
            CrossEntropyRule.row(logits, labels, gradient);
            loss.set(i, CrossEntropyRule.negativeLog(logits, (int) classes[i]));
            for (int j = 0; j < n; j++) {
                backprop.set(i * n + j, gradient[j]);
            }
        }
        c.output(0, loss.tensor());
        c.output(1, backprop.tensor());
    }

    private static void check(Shape logits, Shape labels) {
        if (logits.rank() != 2) {
            throw new InvalidArgumentException("logits must be 2-D, but got shape " + logits);
        }
        if (labels.rank() != 1) {
            throw new InvalidArgumentException("labels must be 1-D, but got shape " + labels);
        }
        if (logits.dim(0) != labels.dim(0)) {
            throw new InvalidArgumentException("logits and labels must have the same first dimension, got logits shape "
                    + logits + " and labels shape " + labels);
        }
        if (logits.dim(1) == 0) {
            throw new InvalidArgumentException("Must have at least one class, but got logits shape " + logits);
        }
    }

    /** For labels of which the least is negative or the greatest is not below {@code n}. */
    private static InvalidArgumentException outside(long[] classes, int n) {
        long least = Arrays.stream(classes).min().orElseThrow();
        long label = least < 0 ? least : Arrays.stream(classes).max().orElseThrow();
        String all = Arrays.stream(classes).mapToObj(Long::toString).collect(java.util.stream.Collectors.joining(" "));
        return new InvalidArgumentException("Received a label value of " + label
                + " which is outside the valid range of [0, " + n + ").  Label values: " + all);
    }

    @Override
    protected boolean lower(Lowering c) {
        if (c.dtype(0) != DType.FLOAT32 || c.shape(0).dim(1) == 0) {
            return false;
        }
        int rows = (int) c.shape(0).dim(0);
        int n = (int) c.shape(0).dim(1);
        boolean wide = c.dtype(1) == DType.INT64;
        c.libraryOutputs(
                name(),
                (in, out, parallel) -> {
                    float[] x = (float[]) in[0];
                    float[] loss = (float[]) out[0];
                    float[] g = (float[]) out[1];
                    int bad = wide
                            ? CrossEntropy.sparse(parallel, x, 0, (long[]) in[1], 0, loss, 0, g, 0, rows, n)
                            : CrossEntropy.sparse(parallel, x, 0, (int[]) in[1], 0, loss, 0, g, 0, rows, n);
                    if (bad != CrossEntropy.NO_BAD_ROW) {
                        long[] classes = wide
                                ? Arrays.copyOf((long[]) in[1], rows)
                                : Arrays.stream((int[]) in[1], 0, rows)
                                        .asLongStream()
                                        .toArray();
                        throw outside(classes, n);
                    }
                },
                c.input(0),
                c.input(1));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, CrossEntropyRule.logits(b));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
