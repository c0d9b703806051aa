package io.leat.ops.state;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.ir.VariableCell;
import io.leat.tensor.NotFoundException;

/** Takes the value of a variable away: reading it fails until the next assignment. */
@OpSpec(value = "DestroyResourceOp(resource: resource) -> (); ignore_lookup_error: bool = true", stateful = true)
public final class DestroyResourceOp extends Op {
    @Override
    protected void infer(Inference c) {
        // no outputs
    }

    @Override
    protected void compute(Compute c) {
        VariableCell cell = Cells.of(c, 0);
        if (!cell.isInitialized() && !c.attrs().bool("ignore_lookup_error")) {
            throw new NotFoundException("Resource " + cell.name() + " does not exist.");
        }
        cell.destroy();
    }
}
