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
import io.leat.ir.ArrayKernel;
import io.leat.ir.Value;
import io.leat.kernels.CrossEntropy;
import io.leat.ops.family.Broadcast;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.List;

/**
 * Cross entropy of the softmax of each row of {@code features} against a row of {@code labels}: {@code loss[i] =
 * -sum(labels[i] * log(softmax(features[i])))}, and its derivative {@code backprop = softmax(features) - labels}. Features
 * and labels are [batch, classes], or broadcast to that.
 */
@OpSpec("SoftmaxCrossEntropyWithLogits(features: T, labels: T) -> (loss: T, backprop: T); T: {half, "
        + "bfloat16, float, double}")
public final class SoftmaxCrossEntropyWithLogits extends Op {
    /**
     * The cross entropy of each row, of the shape of the logits without their last dimension. Half and bfloat16 are
     * computed in float32.
     *
     * @param labels of the shape of the logits; each row of the last dimension is a probability distribution
     * @param logits [..., classes]
     */
    @Endpoint("nn.softmaxCrossEntropyWithLogits")
    public static Output of(Ops tf, Operand labels, Operand logits) {
        Output x = logits.output();
        DType t = x.dtype();
        DType wide = Precision.wide(t);
        Output p = cast(tf, labels.output(), wide);
        Output wideLogits = cast(tf, x, wide);
        Output loss;
        if (x.shape().rank() == 2) {
            loss = tf.call("SoftmaxCrossEntropyWithLogits", wideLogits, p);
        } else {
            Output flat = tf.call("SoftmaxCrossEntropyWithLogits", flattened(tf, wideLogits), flattened(tf, p));
            loss = tf.call("Reshape", flat, outerShape(tf, x));
        }
        return cast(tf, loss, t);
    }

    /** The shape without its last dimension. */
    static Output outerShape(Ops tf, Output x) {
        Shape s = x.shape();
        if (s.isFullyKnown()) {
            return tf.constant(s.slice(0, -1).intDims());
        }
        Output shape = tf.call("Shape", x);
        Output size = tf.call("Sub", tf.call("Rank", x), tf.constant(1));
        return tf.call("Slice", shape, tf.constant(new int[] {0}), tf.call("ExpandDims", size, tf.constant(0)));
    }

    /** All dimensions but the last as one. */
    static Output flattened(Ops tf, Output x) {
        long classes = x.shape().hasRank() ? x.shape().dim(-1) : Shape.ANY;
        if (classes > 0) {
            return tf.call("Reshape", x, tf.constant(new int[] {-1, Math.toIntExact(classes)}));
        }
        Output rank = tf.call("Rank", x);
        Output last = tf.call("ExpandDims", tf.call("Sub", rank, tf.constant(1)), tf.constant(0));
        Output depth = tf.call("Slice", tf.call("Shape", x), last, tf.constant(new int[] {1}));
        Output shape = tf.op("ConcatV2")
                .inputs(List.of(tf.constant(new int[] {-1}), depth))
                .input(tf.constant(0))
                .add()
                .output(0);
        return tf.call("Reshape", x, shape);
    }

    static Output cast(Ops tf, Output x, DType t) {
        return x.dtype() == t ? x : tf.op("Cast").input(x).attr("DstT", t).add().output(0);
    }

    @Override
    protected void infer(Inference c) {
        Shape features = c.shape(0);
        Shape labels = c.shape(1);
        boolean same = isMatrix(features) && isMatrix(labels) && features.isCompatibleWith(labels);
        Shape all = same ? features.withRank(2).merge(labels) : features.broadcast(labels);
        if (!all.hasRank()) {
            throw new InvalidArgumentException("Shape must be broadcasted with rank 2, but is rank is unknown.");
        }
        if (all.rank() != 2) {
            throw new InvalidArgumentException("Shape must be broadcasted with rank 2, but is rank " + all.rank());
        }
        c.output(0, all.slice(0, 1));
        c.output(1, all);
    }

    private static boolean isMatrix(Shape s) {
        return !s.hasRank() || s.rank() == 2;
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(0).broadcast(c.shape(1));
        if (shape.rank() != 2) {
            throw new InvalidArgumentException(
                    "logits and labels must be either 2-dimensional, or broadcasted to be 2-dimensional");
        }
        int[] xs = Broadcast.indices(c.shape(0), shape);
        int[] ps = Broadcast.indices(c.shape(1), shape);
        Elements x = Elements.of(c.input(0));
        Elements p = Elements.of(c.input(1));
        Elements loss = Elements.allocate(x.dtype(), shape.slice(0, 1));
        Elements backprop = Elements.allocate(x.dtype(), shape);
        int n = (int) shape.dim(1);
        double[] logits = new double[n];
        double[] labels = new double[n];
        double[] gradient = new double[n];
        for (int i = 0; i < loss.size(); i++) {
            for (int j = 0; j < n; j++) {
                logits[j] = x.real(xs[i * n + j]);
                labels[j] = p.real(ps[i * n + j]);
            }
            loss.set(i, CrossEntropyRule.row(logits, labels, gradient));
            for (int j = 0; j < n; j++) {
                backprop.set(i * n + j, gradient[j]);
            }
        }
        c.output(0, loss.tensor());
        c.output(1, backprop.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Shape shape = c.outputShape(1);
        DType t = c.dtype(0);
        if (t == DType.FLOAT16 || t == DType.BFLOAT16 || shape.dim(1) == 0) {
            return false;
        }
        Value x = c.broadcast(c.input(0), shape);
        Value p = c.broadcast(c.input(1), shape);
        int rows = (int) shape.dim(0);
        int columns = (int) shape.dim(1);
        ArrayKernel kernel = t == DType.FLOAT64
                ? (in, out, parallel) -> CrossEntropy.dense(
                        parallel,
                        (double[]) in[0],
                        0,
                        (double[]) in[1],
                        0,
                        (double[]) out[0],
                        0,
                        (double[]) out[1],
                        0,
                        rows,
                        columns)
                : (in, out, parallel) -> CrossEntropy.dense(
                        parallel,
                        (float[]) in[0],
                        0,
                        (float[]) in[1],
                        0,
                        (float[]) out[0],
                        0,
                        (float[]) out[1],
                        0,
                        rows,
                        columns);
        c.libraryOutputs(name(), kernel, x, p);
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        b.dx(0, CrossEntropyRule.logits(b));
        b.dx(
                1,
                CrossEntropyRule.scaled(
                        tf, b.dy(0), tf.call("LogSoftmax", b.input(0)).neg()));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
