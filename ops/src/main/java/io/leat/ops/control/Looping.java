package io.leat.ops.control;

import io.leat.graph.Attr;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.tensor.Tensor;

/** Calls {@code body} with the results of its last call, as long as {@code cond} of them is true. */
abstract class Looping extends FunctionalOp {
    @Override
    protected void compute(Compute c) {
        Attr.Function cond = c.attrs().function("cond");
        Attr.Function body = c.attrs().function("body");
        Tensor[] variables = c.allInputs();
        while (isTrue(c.call(cond, variables)[0])) {
            c.run().checkCancelled();
            variables = c.call(body, variables);
        }
        for (int i = 0; i < variables.length; i++) {
            c.output(i, variables[i]);
        }
    }

    @Override
    protected void gradient(Backprop b) {
        new LoopGradient(b).add();
    }
}
