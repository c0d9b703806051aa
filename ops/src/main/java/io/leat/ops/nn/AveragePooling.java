package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.ir.ArrayKernel;
import io.leat.ir.Value;
import io.leat.kernels.Pool;
import io.leat.kernels.PoolShape;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
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
        if (!sizes.hasKernel()) {
            return false;
        }
        PoolShape p = sizes.kernelShape();
        DType t = c.dtype(0);
        DType wide = Precision.wide(t);
        ArrayKernel kernel = wide == DType.FLOAT64
                ? (in, out, parallel) -> Pool.average((double[]) in[0], 0, (double[]) out[0], 0, p, parallel)
                : (in, out, parallel) -> Pool.average((float[]) in[0], 0, (float[]) out[0], 0, p, parallel);
        ImageFormat format = sizes.format();
        Value x = format.channelsLast(c, Precision.widen(c, c.input(0)));
        Shape shape = new ImageFormat(false, 2).shape(p.batch(), format.pixels(sizes.output()), p.channels());
        Value y = format.fromChannelsLast(c, c.library(name(), kernel, wide, shape, x));
        c.output(0, Precision.cast(c, y, t));
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
