package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.Output;

/** Convolutions: inputs are images and a filter. */
abstract class ConvForward extends Op {
    abstract ConvKind kind();

    @Override
    protected void infer(Inference c) {
        Windows windows = Windows.of(name(), c.attrs(), kind().spatial);
        int rank = windows.format().rank();
        c.output(0, ConvSizes.output(kind(), windows, c.shape(0, rank), c.shape(1, rank)));
    }

    @Override
    protected void compute(Compute c) {
        ConvSizes sizes = ConvSizes.of(kind(), name(), c.attrs(), c.shape(0), c.shape(1));
        Products sums = new Products(c.input(0), c.input(1), sizes.output());
        sizes.forEach(sums::add);
        c.output(0, sums.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        return ConvLowering.forward(c, kind(), name());
    }

    @Override
    protected void gradient(Backprop b) {
        Output in = b.input(0);
        Output filter = b.input(1);
        b.dx(0, kind().inputGradient(b.tf(), b.attrs(), in, filter, b.dy(0)));
        b.dx(1, kind().filterGradient(b.tf(), b.attrs(), in, filter, b.dy(0)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
