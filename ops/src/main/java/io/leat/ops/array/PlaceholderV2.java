package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;

/** A tensor that every run must feed. */
@OpSpec("PlaceholderV2() -> (output: dtype); dtype: type; shape: shape")
public final class PlaceholderV2 extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.attrs().shape("shape"));
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void compute(Compute c) {
        throw new InvalidArgumentException("You must feed a value for placeholder tensor '"
                + c.node().name() + "' with dtype " + c.outputDType(0).signatureName() + " and shape "
                + c.attrs().shape("shape"));
    }

    @Override
    protected void gradient(Backprop b) {
        // no inputs
    }
}
