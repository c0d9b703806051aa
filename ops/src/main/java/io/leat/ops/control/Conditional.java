package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.tensor.Tensor;
import java.util.Arrays;

/** Calls one of several functions with all inputs but the first, which chooses. */
abstract class Conditional extends FunctionalOp {
    /** Makes the results of the function at {@code attribute} the outputs. */
    static void call(Compute c, io.leat.graph.Attr.Function branch) {
        Tensor[] all = c.allInputs();
        Tensor[] results = c.call(branch, Arrays.copyOfRange(all, 1, all.length));
        for (int i = 0; i < results.length; i++) {
            c.output(i, results[i]);
        }
    }
}
