package io.leat.ops.queue;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Op;
import io.leat.ir.Resources;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Raw;

/** Ops on the queue behind a handle, a resource or in old graphs a reference. None is differentiable. */
abstract class QueueOp extends Op {
    /** The queue behind the first input. */
    static TupleQueue queue(Compute c) {
        if (c.attrs().has("timeout_ms") && c.attrs().integer("timeout_ms") != -1) {
            throw new InvalidArgumentException("Timeout not supported yet.");
        }
        if (c.input(0).size() != 1) {
            throw new InvalidArgumentException("handle must be a scalar, got shape " + c.shape(0));
        }
        return Resources.of(Raw.objects(c.input(0))[0], TupleQueue.class);
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
