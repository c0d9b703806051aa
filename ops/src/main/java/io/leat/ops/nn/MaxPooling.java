package io.leat.ops.nn;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.ir.ArrayKernel;
import io.leat.ir.Value;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Maxima of windows. */
abstract class MaxPooling extends PoolOp {
    abstract String gradientOp();

    @Override
    protected void infer(Inference c) {
        int rank = spatial() + 2;
        Shape in = c.shape(0, rank);
        PoolWindows windows = windows(c);
        c.output(0, windows == null ? Shape.ofRank(rank) : windows.output(in));
    }

    @Override
    protected void compute(Compute c) {
        PoolSizes sizes = windows(c).place(c.shape(0));
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), sizes.output());
        Elements lowest = Lowest.of(x.dtype());
        for (int o = 0; o < y.size(); o++) {
            lowest.copy(0, y, o);
        }
        sizes.forEach((i, o) -> {
            if (x.dtype().isFloating() ? x.real(i) > y.real(o) : x.compare(i, y, o) > 0) {
                x.copy(i, y, o);
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
        ArrayKernel kernel = PoolLoops.max(sizes, c.dtype(0));
        if (kernel == null) {
            return false;
        }
        ImageFormat format = sizes.format();
        Value x = format.channelsLast(c, c.input(0));
        Value y = c.library(name(), kernel, c.dtype(0), sizes.channelsLast(sizes.output()), x);
        c.output(0, format.fromChannelsLast(c, y));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, same(b, gradientOp(), b.input(0), b.output(0), b.dy(0)));
    }
}
