package io.leat.ops.lookup;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.ir.Resources;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Raw;

/** Ops on the table behind a handle, a resource or in old graphs a reference. None is differentiable. */
abstract class TableOp extends Op {
    /** The table behind the first input. */
    static LookupTable table(Compute c) {
        if (c.input(0).size() != 1) {
            throw new InvalidArgumentException("table_handle must be a scalar, got shape " + c.shape(0));
        }
        return Resources.of(Raw.objects(c.input(0))[0], LookupTable.class);
    }

    /** The shape of the values of the table, unknown when nothing is known. */
    static Shape valueShape(Inference c) {
        Node.HandleInfo info = c.handle(0);
        return info == null ? Shape.UNKNOWN : info.shape();
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
