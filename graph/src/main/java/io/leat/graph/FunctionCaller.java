package io.leat.graph;

import io.leat.ir.RunContext;
import io.leat.tensor.InternalException;
import io.leat.tensor.Tensor;

/** Runs functions for the ops that call them. */
@FunctionalInterface
public interface FunctionCaller {
    /** Where no function can be called. */
    FunctionCaller NONE = (library, function, arguments, run) -> {
        throw new InternalException("no function can be called here: " + function.name());
    };

    /**
     * @param library the graph whose library has the function
     * @return the results in order
     */
    Tensor[] call(Graph library, Attr.Function function, Tensor[] arguments, RunContext run);
}
