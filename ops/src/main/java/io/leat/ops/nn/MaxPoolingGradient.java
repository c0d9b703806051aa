package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.ir.ArrayKernel;
import io.leat.ir.Value;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** The gradient of maxima of windows. Inputs: the input and the output of the pooling, and the gradient of the output. */
abstract class MaxPoolingGradient extends PoolOp {
    abstract String gradientOp();

    /** Whether the gradient of a maximum goes to all elements of its window that are equal to it, or to the first alone. */
    boolean goesToAll() {
        return false;
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0, spatial() + 2));
    }

    @Override
    protected void compute(Compute c) {
        PoolSizes sizes = windows(c).place(c.shape(0));
        PoolSizes.require("orig_output", sizes.output(), c.shape(1));
        PoolSizes.require("grad", sizes.output(), c.shape(2));
        if (goesToAll()) {
            c.output(0, toAll(c, sizes));
            return;
        }
        int[] from = sizes.argmax(Elements.of(c.input(0)));
        c.output(0, Scattered.of(c.input(2), from, c.shape(0)));
    }

    private static Tensor toAll(Compute c, PoolSizes sizes) {
        Elements x = Elements.of(c.input(0));
        Elements maxima = Elements.of(c.input(1));
        Elements g = Elements.of(c.input(2));
        Elements dx = Elements.allocate(g.dtype(), x.shape());
        double[] sums = new double[dx.size()];
        sizes.forEach((i, o) -> sums[i] += x.real(i) == maxima.real(o) ? g.real(o) : 0);
        for (int i = 0; i < sums.length; i++) {
            dx.set(i, sums[i]);
        }
        return dx.tensor();
    }

    @Override
    protected boolean lower(Lowering c) {
        PoolWindows windows = windows(c);
        if (windows == null || c.dtype(2) != c.dtype(0)) {
            return false;
        }
        PoolSizes sizes = windows.place(c.shape(0));
        PoolSizes.require("orig_output", sizes.output(), c.shape(1));
        PoolSizes.require("grad", sizes.output(), c.shape(2));
        ArrayKernel kernel = PoolLoops.maxGradient(sizes, c.dtype(0));
        if (kernel == null) {
            return false;
        }
        ImageFormat format = sizes.format();
        Value x = format.channelsLast(c, c.input(0));
        Value y = format.channelsLast(c, c.input(1));
        Value g = format.channelsLast(c, c.input(2));
        Value dx = c.library(name(), kernel, c.dtype(0), x.shape(), x, y, g);
        c.output(0, format.fromChannelsLast(c, dx));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        if (b.attrs().text("padding").equals("EXPLICIT")) {
            throw b.unsupported("explicit padding");
        }
        b.dx(0, b.tf().call("ZerosLike", b.input(0)));
        b.dx(1, b.tf().call("ZerosLike", b.input(1)));
        b.dx(2, same(b, gradientOp(), b.input(0), b.input(1), b.dy(0)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(8);
    }
}
