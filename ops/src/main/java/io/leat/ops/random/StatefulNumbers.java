package io.leat.ops.random;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.kernels.Philox;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;

/** Independent random numbers that go on from run to run. */
abstract class StatefulNumbers extends Op {
    private final Distribution distribution;

    StatefulNumbers(Distribution distribution) {
        this.distribution = distribution;
    }

    @Override
    protected void infer(Inference c) {
        Streams.infer(c);
    }

    @Override
    protected void compute(Compute c) {
        Tensor out = Raw.allocate(c.outputDType(0), Streams.shape(c, 0));
        int n = (int) out.size();
        if (n > 0) {
            Philox start = Streams.of(c).reserveOutputs(n);
            distribution.fill(start, out, n, c.run().parallel());
        }
        c.output(0, out);
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.RANDOM;
    }
}
