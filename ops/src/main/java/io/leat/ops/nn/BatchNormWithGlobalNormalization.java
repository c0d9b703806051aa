package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;
import java.util.List;

/**
 * Batch normalisation with given statistics, of graphs from before format version 9: {@code (t - m) / sqrt(v +
 * variance_epsilon) * gamma + beta}, without gamma unless {@code scale_after_normalization}. Images [batch, height, width,
 * channels].
 */
@OpSpec("BatchNormWithGlobalNormalization(t: T, m: T, v: T, beta: T, gamma: T) -> (result: T); T: "
        + "numbertype; variance_epsilon: float; scale_after_normalization: bool")
public final class BatchNormWithGlobalNormalization extends Op {
    @Override
    protected void infer(Inference c) {
        Shape t = c.shape(0, 4);
        long channels = t.dim(3);
        for (int i = 1; i < 5; i++) {
            channels = Shape.mergeDims(channels, c.shape(i, 1).dim(0));
        }
        c.output(0, t.withDim(3, channels));
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 4) {
            throw new InvalidArgumentException("input must be 4-dimensional" + c.shape(0));
        }
        if (!c.input(0).dtype().isFloating()) {
            throw new UnimplementedException(
                    name() + " of " + c.input(0).dtype().signatureName());
        }
        ChannelStatistics all = new ChannelStatistics(c.shape(0), 3);
        List<String> names = List.of("mean", "var", "beta", "gamma");
        for (int i = 1; i < 5; i++) {
            BatchNormChecks.vector(names.get(i - 1), c.shape(i), all.channels());
        }
        boolean scaled = c.attrs().bool("scale_after_normalization");
        float epsilon = c.attrs().real("variance_epsilon");
        Elements t = Elements.of(c.input(0));
        Elements m = Elements.of(c.input(1));
        Elements v = Elements.of(c.input(2));
        Elements beta = Elements.of(c.input(3));
        Elements gamma = Elements.of(c.input(4));
        c.output(0, all.map(t.dtype(), c.shape(0), (i, j) -> {
            double factor = (scaled ? gamma.real(j) : 1) / Math.sqrt(v.real(j) + epsilon);
            return (t.real(i) - m.real(j)) * factor + beta.real(j);
        }));
    }

    @Override
    protected boolean lower(Lowering c) {
        DType t = c.dtype(0);
        if (!t.isFloating()) {
            return false;
        }
        DType wide = Precision.wide(t);
        Scalar x = Scalar.input(0, wide);
        Scalar root = x.plus(c.attrs().real("variance_epsilon")).rsqrt();
        Value variance = Precision.widen(c, c.input(2));
        Value factor = c.attrs().bool("scale_after_normalization")
                ? c.map(root.times(Scalar.input(1, wide)), variance, Precision.widen(c, c.input(4)))
                : c.map(root, variance);
        Scalar y = x.minus(Scalar.input(1, wide)).times(Scalar.input(2, wide)).plus(Scalar.input(3, wide));
        Value out = c.map(
                y,
                Precision.widen(c, c.input(0)),
                Precision.widen(c, c.input(1)),
                factor,
                Precision.widen(c, c.input(3)));
        c.output(0, Precision.cast(c, out, t));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Node grad = b.tf().op("BatchNormWithGlobalNormalizationGrad")
                .input(b.input(0))
                .input(b.input(1))
                .input(b.input(2))
                .input(b.input(4))
                .input(b.dy(0))
                .attr("variance_epsilon", b.attrs().real("variance_epsilon"))
                .attr("scale_after_normalization", b.attrs().bool("scale_after_normalization"))
                .add();
        for (int i = 0; i < 5; i++) {
            b.dx(i, grad.output(i));
        }
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
