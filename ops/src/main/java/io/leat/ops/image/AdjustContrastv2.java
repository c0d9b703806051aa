package io.leat.ops.image;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ReduceKind;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.ops.family.Broadcast;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * Images whose contrast is changed: {@code (x - mean) * contrast_factor + mean}, with the mean of each channel of each image
 * over height and width, the third and second last dimension.
 */
@OpSpec("AdjustContrastv2(images: T, contrast_factor: float) -> (output: T); T: {half, float} = DT_FLOAT")
public final class AdjustContrastv2 extends Op {
    @Endpoint("image.adjustContrast")
    public static Output of(Ops tf, Operand images, Operand contrastFactor) {
        return tf.call("AdjustContrastv2", images, contrastFactor);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1).withRank(0);
        c.output(0, c.shape(0).withRankAtLeast(3));
    }

    @Override
    protected void compute(Compute c) {
        Shape s = c.shape(0);
        if (s.rank() < 3) {
            throw new InvalidArgumentException("input must be at least 3-D, got shape" + s);
        }
        if (c.shape(1).rank() != 0) {
            throw new InvalidArgumentException("contrast_factor must be scalar: " + c.shape(1));
        }
        double factor = Elements.of(c.input(1)).real(0);
        Shape means = s.withDim(-2, 1).withDim(-3, 1);
        int[] group = Broadcast.indices(means, s);
        double[] sums = new double[Math.toIntExact(means.size())];
        Elements x = Elements.of(c.input(0));
        for (int i = 0; i < group.length; i++) {
            sums[group[i]] += x.real(i);
        }
        long count = s.dim(-2) * s.dim(-3);
        Elements y = Elements.allocate(x.dtype(), s);
        for (int i = 0; i < group.length; i++) {
            double mean = sums[group[i]] / count;
            y.set(i, (x.real(i) - mean) * factor + mean);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Shape s = c.shape(0);
        if (c.dtype(0) != DType.FLOAT32) {
            return false;
        }
        Value sum = c.reduce(ReduceKind.SUM, c.input(0), new int[] {s.rank() - 3, s.rank() - 2}, true);
        Scalar x = Scalar.input(0, DType.FLOAT32);
        Scalar mean = Scalar.input(1, DType.FLOAT32).dividedBy(s.dim(-2) * s.dim(-3));
        Scalar factor = Scalar.input(2, DType.FLOAT32);
        c.output(0, c.mapTo(s, x.minus(mean).times(factor).plus(mean), c.input(0), sum, c.input(1)));
        return true;
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
