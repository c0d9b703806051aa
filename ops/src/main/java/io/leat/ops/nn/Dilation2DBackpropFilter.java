package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.raw.Elements;

/** The gradient of the filter of {@code Dilation2D}: that of each output goes to the element that it was made from. */
@OpSpec("Dilation2DBackpropFilter(input: T, filter: T, out_backprop: T) -> (filter_backprop: T); T: "
        + "realnumbertype; strides: list(int) >= 4; rates: list(int) >= 4; padding: {'SAME', 'VALID'}")
public final class Dilation2DBackpropFilter extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(1));
    }

    @Override
    protected void compute(Compute c) {
        Dilation d = Dilation.of(name(), c.attrs(), c.shape(0), c.shape(1));
        d.requireGradient(c.shape(2));
        int[][] from = d.greatest(Elements.of(c.input(0)), Elements.of(c.input(1)));
        c.output(0, Scattered.of(c.input(2), from[1], c.shape(1)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
