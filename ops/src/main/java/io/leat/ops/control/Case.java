package io.leat.ops.control;

import io.leat.graph.Endpoint;
import io.leat.graph.Functional;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.List;
import java.util.function.Function;

/** One of several functions of the inputs. */
@OpSpec(
        value = "Case(branch_index: int32, input: Tin) -> (output: Tout); Tin: list(type); Tout: list(type); "
                + "branches: list(func) >= 1; output_shapes: list(shape) = []",
        stateful = true)
public final class Case extends Choosing {
    /**
     * The tensors that one of several pieces of Java code adds, the last one for an index out of range; only the nodes
     * of the chosen one run.
     *
     * @param index an int32 scalar
     */
    @Endpoint("switchCase")
    public static List<Output> of(Ops tf, Operand index, List<Function<Ops, List<Output>>> branches) {
        return Functional.choose(tf, "Case", index, branches);
    }
}
