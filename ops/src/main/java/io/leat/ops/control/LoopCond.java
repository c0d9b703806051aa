package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;

/** Whether a loop goes on: its scalar input. */
@OpSpec("LoopCond(input: bool) -> (output: bool)")
public final class LoopCond extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 0);
        c.output(0, Shape.SCALAR);
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
}
