package io.leat.ops.control;

import io.leat.graph.Endpoint;
import io.leat.graph.Functional;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.List;
import java.util.function.BiFunction;

/** A loop: the inputs are the first values of its variables, the outputs the last. */
@OpSpec(
        value = "While(input: T) -> (output: T); T: list(type); cond: func; body: func; "
                + "output_shapes: list(shape) = []; parallel_iterations: int = 10",
        stateful = true)
public final class While extends Looping {
    /**
     * Applies a piece of Java code's tensors to variables as long as a condition of them holds. Both may use tensors from
     * outside. A variable may change its shape, which is then unknown in the loop.
     *
     * @param variables their first values
     * @param condition gives a bool scalar
     * @param body gives the next values, of the same dtypes
     * @return the last values
     */
    @Endpoint("whileLoop")
    public static List<Output> of(
            Ops tf,
            List<? extends Operand> variables,
            BiFunction<Ops, List<Output>, Output> condition,
            BiFunction<Ops, List<Output>, List<Output>> body) {
        return Functional.loop(tf, variables, condition, body);
    }
}
