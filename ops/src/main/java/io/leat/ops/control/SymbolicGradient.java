package io.leat.ops.control;

import io.leat.graph.Attr;
import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.tensor.Tensor;

/**
 * The gradients of a function's arguments: the inputs are the arguments and then the gradients of the results, those that
 * the function does not depend on get zeros.
 */
@OpSpec("SymbolicGradient(input: Tin) -> (output: Tout); Tin: list(type) >= 1; Tout: list(type) >= 1; f: func")
public final class SymbolicGradient extends FunctionalOp {
    @Override
    protected void compute(Compute c) {
        Tensor[] results = c.call(new Attr.Function("SymbolicGradient", c.attrs()), c.allInputs());
        for (int i = 0; i < c.node().outputCount(); i++) {
            c.output(i, results[i]);
        }
    }
}
