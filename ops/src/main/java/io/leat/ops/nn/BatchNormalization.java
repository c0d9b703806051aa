package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Batch normalisation, {@code y = (x - mean) / sqrt(variance + epsilon) * scale + offset} for each channel. When training,
 * mean and variance are those of the batch, and the second and third output are the new running estimates: the batch's
 * mean and unbiased variance, mixed with the old ones by {@code exponential_avg_factor}. Otherwise they are given.
 */
abstract class BatchNormalization extends Op {
    /** The name of the op that is the gradient. */
    abstract String gradientOp();

    @Override
    protected void infer(Inference c) {
        String format = c.attrs().text("data_format");
        int rank = format.length();
        Shape x = c.shape(0, rank);
        int axis = ImageFormat.of(format).channelAxis();
        boolean given = !c.attrs().bool("is_training") || c.attrs().real("exponential_avg_factor") != 1;
        long channels = x.dim(axis);
        for (int i = 1; i < (given ? 5 : 3); i++) {
            channels = Shape.mergeDims(channels, c.shape(i, 1).dim(0));
        }
        c.output(0, x.withDim(axis, channels));
        for (int i = 1; i < 5; i++) {
            c.output(i, Shape.of(channels));
        }
        if (c.outputs() > 5) {
            c.output(5, Shape.SCALAR);
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(0);
        boolean training = c.attrs().bool("is_training");
        float epsilon = c.attrs().real("epsilon");
        ChannelStatistics all = BatchNormChecks.statistics(c.attrs(), shape);
        BatchNormChecks.vector("scale", c.shape(1), all.channels());
        BatchNormChecks.vector("offset", c.shape(2), all.channels());
        Elements x = Elements.of(c.input(0));
        double[] mean;
        double[] variance;
        if (training) {
            mean = all.mean((i, j) -> x.real(i));
            variance = all.mean((i, j) -> (x.real(i) - mean[j]) * (x.real(i) - mean[j]));
        } else {
            BatchNormChecks.vector("mean", c.shape(3), all.channels());
            BatchNormChecks.vector("variance", c.shape(4), all.channels());
            mean = reals(c.input(3));
            variance = reals(c.input(4));
        }
        Elements scale = Elements.of(c.input(1));
        Elements offset = Elements.of(c.input(2));
        DType u = c.outputDType(1);
        c.output(
                0,
                all.map(
                        x.dtype(),
                        shape,
                        (i, j) -> (x.real(i) - mean[j]) / Math.sqrt(variance[j] + epsilon) * scale.real(j)
                                + offset.real(j)));
        c.output(1, ChannelStatistics.vector(u, training ? mixed(c, 3, mean) : mean));
        double unbiased = all.rows() > 1 ? all.rows() / (all.rows() - 1.0) : 1;
        c.output(2, ChannelStatistics.vector(u, training ? mixed(c, 4, times(variance, unbiased)) : variance));
        c.output(3, ChannelStatistics.vector(u, mean));
        c.output(4, ChannelStatistics.vector(u, variance));
        if (c.node().outputCount() > 5) {
            c.output(5, Elements.allocate(u, Shape.SCALAR).tensor());
        }
    }

    private static double[] reals(Tensor t) {
        Elements e = Elements.of(t);
        return IntStream.range(0, e.size()).mapToDouble(e::real).toArray();
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }

    /** The estimate of input {@code old} moved towards {@code batch}. */
    private static double[] mixed(Compute c, int old, double[] batch) {
        double factor = c.attrs().real("exponential_avg_factor");
        if (factor == 1) {
            return batch;
        }
        BatchNormChecks.vector(old == 3 ? "mean" : "variance", c.shape(old), batch.length);
        Elements e = Elements.of(c.input(old));
        return IntStream.range(0, batch.length)
                .mapToDouble(j -> (1 - factor) * e.real(j) + factor * batch[j])
                .toArray();
    }

    @Override
    protected boolean lower(Lowering c) {
        return BatchNormLowering.forward(c, name());
    }

    @Override
    protected void gradient(Backprop b) {
        boolean training = b.attrs().bool("is_training");
        NodeBuilder node = b.tf().op(gradientOp());
        node.input(b.dy(0)).input(b.input(0)).input(b.input(1));
        node.input(training ? b.output(3) : b.input(3));
        node.input(training ? b.output(4) : b.input(4));
        if (b.node().outputCount() > 5) {
            node.input(b.output(5));
        }
        node.attr("epsilon", b.attrs().real("epsilon"));
        node.attr("data_format", b.attrs().text("data_format"));
        Node grad = node.attr("is_training", training).add();
        for (int i = 0; i < 3; i++) {
            b.dx(i, grad.output(i));
        }
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
