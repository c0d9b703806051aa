package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;
import java.util.List;

/** The gradients of {@code BatchNormWithGlobalNormalization} for all its inputs. */
@OpSpec("BatchNormWithGlobalNormalizationGrad(t: T, m: T, v: T, gamma: T, backprop: T) -> (dx: T, dm: T, dv: "
        + "T, db: T, dg: T); T: numbertype; variance_epsilon: float; scale_after_normalization: bool")
public final class BatchNormWithGlobalNormalizationGrad extends Op {
    @Override
    protected void infer(Inference c) {
        Shape t = c.shape(0, 4).merge(c.shape(4, 4));
        long channels = t.dim(3);
        for (int i = 1; i < 4; i++) {
            channels = Shape.mergeDims(channels, c.shape(i, 1).dim(0));
        }
        c.output(0, t.withDim(3, channels));
        for (int i = 1; i < 5; i++) {
            c.output(i, Shape.of(channels));
        }
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 4 || !c.shape(0).equals(c.shape(4))) {
            throw new InvalidArgumentException(
                    "input and out_backprop must be 4-dimensional and of the same shape, not " + c.shape(0) + " and "
                            + c.shape(4));
        }
        if (!c.input(0).dtype().isFloating()) {
            throw new UnimplementedException(
                    name() + " of " + c.input(0).dtype().signatureName());
        }
        ChannelStatistics all = new ChannelStatistics(c.shape(0), 3);
        List<String> names = List.of("mean", "var", "gamma");
        for (int i = 1; i < 4; i++) {
            BatchNormChecks.vector(names.get(i - 1), c.shape(i), all.channels());
        }
        boolean scaled = c.attrs().bool("scale_after_normalization");
        float epsilon = c.attrs().real("variance_epsilon");
        Elements t = Elements.of(c.input(0));
        Elements m = Elements.of(c.input(1));
        Elements v = Elements.of(c.input(2));
        Elements gamma = Elements.of(c.input(3));
        Elements g = Elements.of(c.input(4));
        DType dtype = t.dtype();
        int n = all.channels();
        double[] root = new double[n];
        double[] factor = new double[n];
        for (int j = 0; j < n; j++) {
            root[j] = 1 / Math.sqrt(v.real(j) + epsilon);
            factor[j] = root[j] * (scaled ? gamma.real(j) : 1);
        }
        double[] dBeta = all.sum((i, j) -> g.real(i));
        double[] products = all.sum((i, j) -> g.real(i) * (t.real(i) - m.real(j)));
        double[] dMean = new double[n];
        double[] dVariance = new double[n];
        double[] dGamma = new double[n];
        for (int j = 0; j < n; j++) {
            dMean[j] = -dBeta[j] * factor[j];
            dVariance[j] = products[j] * factor[j] * -0.5 * root[j] * root[j];
            dGamma[j] = scaled ? products[j] * root[j] : 0;
        }
        c.output(0, all.map(dtype, c.shape(0), (i, j) -> g.real(i) * factor[j]));
        c.output(1, ChannelStatistics.vector(dtype, dMean));
        c.output(2, ChannelStatistics.vector(dtype, dVariance));
        c.output(3, ChannelStatistics.vector(dtype, dBeta));
        c.output(4, ChannelStatistics.vector(dtype, dGamma));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
