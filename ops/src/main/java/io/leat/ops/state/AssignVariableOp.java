package io.leat.ops.state;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;

/** Makes {@code value} the value of a resource variable. */
@OpSpec(
        value = "AssignVariableOp(resource: resource, value: dtype) -> (); dtype: type; validate_shape: bool = false",
        stateful = true)
public final class AssignVariableOp extends Op {
    @Override
    protected void infer(Inference c) {
        Node.HandleInfo info = c.handle(0);
        if (info != null) {
            info.shape().merge(c.shape(1));
        }
    }

    @Override
    protected void compute(Compute c) {
        Cells.of(c, 0).assign(c.input(1));
    }
}
