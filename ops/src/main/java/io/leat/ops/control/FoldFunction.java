package io.leat.ops.control;

import io.leat.graph.Ops;
import io.leat.graph.Output;

/** What a fold or scan does with each element. */
@FunctionalInterface
public interface FoldFunction {
    /**
     * @param tf for the nodes of the loop's body
     * @param before the result of the elements before, or the initial value
     * @return a tensor of the same dtype
     */
    Output next(Ops tf, Output before, Output element);
}
