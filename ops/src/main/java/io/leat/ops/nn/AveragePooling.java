package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.ir.ArrayKernel;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;
import java.util.Objects;

/** Means of windows, padding not counted. */
abstract class AveragePooling extends PoolOp {
    abstract String gradientOp();

    @Override
    protected void infer(Inference c) {
        c.output(0, Objects.requireNonNull(windows(c)).output(c.shape(0, spatial() + 2)));
    }

    @Override
    protected void compute(Compute c) {
        PoolSizes sizes = windows(c).place(c.shape(0));
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), sizes.output());
        double[] sums = new double[y.size()];
        int[] counts = new int[y.size()];
        sizes.forEach((i, o) -> {
            sums[o] += x.real(i);
            counts[o]++;
        });
        for (int o = 0; o < sums.length; o++) {
            y.set(o, sums[o] / counts[o]);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        PoolSizes sizes = Objects.requireNonNull(windows(c)).place(c.shape(0));
        DType t = c.dtype(0);
        DType wide = Precision.wide(t);
        ArrayKernel kernel = PoolLoops.average(sizes, wide);
        if (kernel == null) {
            return false;
        }
        ImageFormat format = sizes.format();
        Value x = format.channelsLast(c, Precision.widen(c, c.input(0)));
        Value y = c.library(name(), kernel, wide, sizes.channelsLast(sizes.output()), x);
        c.output(0, format.fromChannelsLast(c, Precision.cast(c, y, t)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, same(b, gradientOp(), b.tf().call("Shape", b.input(0)), b.dy(0)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
