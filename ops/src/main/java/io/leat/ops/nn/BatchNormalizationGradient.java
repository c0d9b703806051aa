package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Gradients;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gradients of batch normalisation. Inputs: the gradient of y, x, scale, and mean and variance: those of the batch when
 * training, else the given ones. Outputs: the gradients of x, scale and offset, and two empty tensors.
 */
abstract class BatchNormalizationGradient extends Op {
    @Override
    protected void infer(Inference c) {
        String format = c.attrs().text("data_format");
        int rank = format.length();
        int axis = ImageFormat.of(format).channelAxis();
        Shape x = c.shape(0, rank).merge(c.shape(1, rank));
        long channels = x.dim(axis);
        for (int i = 2; i < 5; i++) {
            channels = Shape.mergeDims(channels, c.shape(i, 1).dim(0));
        }
        c.output(0, x.withDim(axis, channels));
        c.output(1, Shape.of(channels));
        c.output(2, Shape.of(channels));
        c.output(3, Shape.of(0));
        c.output(4, Shape.of(0));
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(1);
        if (!c.shape(0).equals(shape)) {
            throw new InvalidArgumentException("x and y_backprop must have same shape, but x has shape " + shape
                    + " and y_backprop has shape " + c.shape(0));
        }
        ChannelStatistics all = BatchNormChecks.statistics(c.attrs(), shape);
        BatchNormChecks.vector("scale", c.shape(2), all.channels());
        BatchNormChecks.vector("saved mean", c.shape(3), all.channels());
        BatchNormChecks.vector("saved variance", c.shape(4), all.channels());
        float epsilon = c.attrs().real("epsilon");
        Elements g = Elements.of(c.input(0));
        Elements x = Elements.of(c.input(1));
        Elements scale = Elements.of(c.input(2));
        Elements mean = Elements.of(c.input(3));
        Elements variance = Elements.of(c.input(4));
        double[] dOffset = all.sum((i, j) -> g.real(i));
        ChannelStatistics.Term normal = (i, j) -> (x.real(i) - mean.real(j)) / Math.sqrt(variance.real(j) + epsilon);
        double[] dScale = all.sum((i, j) -> g.real(i) * normal.at(i, j));
        boolean training = c.attrs().bool("is_training");
        int n = all.rows();
        c.output(0, all.map(c.outputDType(0), shape, (i, j) -> {
            double factor = scale.real(j) / Math.sqrt(variance.real(j) + epsilon);
            return training
                    ? factor * (g.real(i) - dOffset[j] / n - normal.at(i, j) * dScale[j] / n)
                    : factor * g.real(i);
        }));
        c.output(1, ChannelStatistics.vector(c.outputDType(1), dScale));
        c.output(2, ChannelStatistics.vector(c.outputDType(2), dOffset));
        c.output(3, Raw.allocate(c.outputDType(3), Shape.of(0)));
        c.output(4, Raw.allocate(c.outputDType(4), Shape.of(0)));
    }

    @Override
    protected boolean lower(Lowering c) {
        return BatchNormLowering.gradient(c, name());
    }

    /** Differentiates the formula of the gradient itself, written with elementwise ops and reductions. */
    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        // copies, since one input may depend on another
        List<Output> sources = List.of(copy(tf, b.input(0)), copy(tf, b.input(1)), copy(tf, b.input(2)));
        List<Output> results = BatchNormFormula.gradients(tf, b, sources);
        List<@Nullable Output> second =
                Gradients.in(tf).gradYs(List.of(b.dy(0), b.dy(1), b.dy(2))).dense(results, sources);
        for (int i = 0; i < 3; i++) {
            Output dx = second.get(i);
            if (dx != null) {
                b.dx(i, dx);
            }
        }
    }

    private static Output copy(Ops tf, Output x) {
        return tf.call("Identity", x);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
