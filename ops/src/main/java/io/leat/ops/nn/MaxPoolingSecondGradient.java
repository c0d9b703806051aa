package io.leat.ops.nn;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.ir.ArrayKernel;
import io.leat.ir.Value;
import io.leat.tensor.raw.Elements;

/**
 * The gradient of the gradient of maxima of windows: for each window, the element of {@code grad}, which has the shape of
 * the input, at the first place that has the maximum. Inputs: the input and the output of the pooling, and {@code grad}.
 */
abstract class MaxPoolingSecondGradient extends PoolOp {
    abstract String gradientOp();

    @Override
    protected void infer(Inference c) {
        int rank = spatial() + 2;
        c.shape(0, rank).merge(c.shape(2, rank));
        c.output(0, c.shape(1, rank));
    }

    @Override
    protected void compute(Compute c) {
        PoolSizes sizes = windows(c).place(c.shape(0));
        PoolSizes.require("orig_output", sizes.output(), c.shape(1));
        PoolSizes.require("grad", c.shape(0), c.shape(2));
        Elements x = Elements.of(c.input(0));
        Elements maxima = Elements.of(c.input(1));
        Elements g = Elements.of(c.input(2));
        Elements y = Elements.allocate(g.dtype(), sizes.output());
        boolean[] found = new boolean[y.size()];
        sizes.forEach((i, o) -> {
            boolean equal = x.dtype().isFloating() ? x.real(i) == maxima.real(o) : x.integer(i) == maxima.integer(o);
            if (equal && !found[o]) {
                found[o] = true;
                g.copy(i, y, o);
            }
        });
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        PoolWindows windows = windows(c);
        if (windows == null) {
            return false;
        }
        PoolSizes sizes = windows.place(c.shape(0));
        PoolSizes.require("orig_output", sizes.output(), c.shape(1));
        PoolSizes.require("grad", c.shape(0), c.shape(2));
        ArrayKernel kernel = PoolLoops.maxSecondGradient(sizes, c.dtype(0));
        if (kernel == null) {
            return false;
        }
        ImageFormat format = sizes.format();
        Value x = format.channelsLast(c, c.input(0));
        Value y = format.channelsLast(c, c.input(1));
        Value g = format.channelsLast(c, c.input(2));
        c.output(0, format.fromChannelsLast(c, c.library(name(), kernel, c.dtype(0), y.shape(), x, y, g)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, b.tf().call("ZerosLike", b.input(0)));
        b.dx(1, b.tf().call("ZerosLike", b.input(1)));
        b.dx(2, same(b, gradientOp(), b.input(0), b.input(1), b.dy(0)));
    }
}
