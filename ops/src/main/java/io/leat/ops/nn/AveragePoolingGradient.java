package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.ir.ArrayKernel;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Objects;

/** The gradient of means of windows, spread evenly over each. Inputs: the shape of the input, the gradient of the output. */
abstract class AveragePoolingGradient extends PoolOp {
    abstract String forwardOp();

    @Override
    protected void infer(Inference c) {
        int rank = spatial() + 2;
        c.shape(1, rank);
        c.output(0, c.shapeValue(0).withRank(rank));
    }

    @Override
    protected void compute(Compute c) {
        long[] dims = c.integers(0);
        if (c.shape(0).rank() != 1 || dims.length != spatial() + 2) {
            throw new InvalidArgumentException("out_backprop must be " + (spatial() + 2) + "-dimensional");
        }
        Shape shape = Shape.of(dims).requireFullyKnown();
        PoolSizes sizes = windows(c).place(shape);
        PoolSizes.require("grad", sizes.output(), c.shape(1));
        Elements g = Elements.of(c.input(1));
        int[] counts = new int[g.size()];
        sizes.forEach((i, o) -> counts[o]++);
        Elements y = Elements.allocate(g.dtype(), shape);
        double[] sums = new double[y.size()];
        sizes.forEach((i, o) -> sums[i] += g.real(o) / counts[o]);
        for (int i = 0; i < sums.length; i++) {
            y.set(i, sums[i]);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        PoolSizes sizes = Objects.requireNonNull(windows(c)).place(c.outputShape(0));
        PoolSizes.require("grad", sizes.output(), c.shape(1));
        DType t = c.dtype(1);
        DType wide = Precision.wide(t);
        ArrayKernel kernel = PoolLoops.averageGradient(sizes, wide);
        if (kernel == null) {
            return false;
        }
        ImageFormat format = sizes.format();
        Value g = format.channelsLast(c, Precision.widen(c, c.input(1)));
        Value dx = c.library(name(), kernel, wide, sizes.channelsLast(c.outputShape(0)), g);
        c.output(0, format.fromChannelsLast(c, Precision.cast(c, dx, t)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(1, same(b, forwardOp(), b.dy(0)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
