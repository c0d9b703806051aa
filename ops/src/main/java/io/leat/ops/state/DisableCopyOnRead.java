package io.leat.ops.state;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;

/** Does nothing: how reads are kept apart from updates is not a property of the variable here. */
@OpSpec(value = "DisableCopyOnRead(resource: resource) -> ()", stateful = true)
public final class DisableCopyOnRead extends Op {
    @Override
    protected void infer(Inference c) {
        // no outputs
    }

    @Override
    protected void compute(Compute c) {
        Cells.of(c, 0);
    }
}
