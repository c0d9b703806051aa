package io.leat.ops.random;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.kernels.Philox;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;

/** Independent random numbers that follow from a seed, or from a key and a counter, alone. */
abstract class StatelessNumbers extends Op {
    private final Distribution distribution;
    private final boolean keyed;

    StatelessNumbers(Distribution distribution, boolean keyed) {
        this.distribution = distribution;
        this.keyed = keyed;
    }

    @Override
    protected void infer(Inference c) {
        Streams.infer(c);
        if (keyed) {
            Streams.inferKey(c, 1);
        } else {
            c.shape(1, 1).merge(Shape.of(2));
        }
    }

    @Override
    protected void compute(Compute c) {
        Philox start = keyed ? Streams.ofKey(c, 1) : Streams.ofSeed(c, 1);
        Tensor out = Raw.allocate(c.outputDType(0), Streams.shape(c, 0));
        distribution.fill(start, out, (int) out.size(), Streams.parallel(c));
        c.output(0, out);
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(8);
    }
}
