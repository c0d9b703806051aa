package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The same tensor; gradients do not go through it. */
@OpSpec("StopGradient(input: T) -> (output: T); T: type")
public final class StopGradient extends Op {
    @Endpoint("stopGradient")
    public static Output of(Ops tf, Operand input) {
        return tf.call("StopGradient", input);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, c.input(0));
    }

    @Override
    protected boolean lower(Lowering c) {
        c.output(0, c.input(0));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        // what it is for: no gradient
    }
}
