package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.FlowRole;
import io.leat.tensor.Tensor;

/** Calls the function {@code f}. */
abstract class Calling extends FunctionalOp {
    @Override
    protected void compute(Compute c) {
        Tensor[] results = c.call(c.attrs().function("f"), c.allInputs());
        for (int i = 0; i < results.length; i++) {
            c.output(i, results[i]);
        }
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.CALL;
    }
}
