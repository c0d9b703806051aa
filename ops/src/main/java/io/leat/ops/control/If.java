package io.leat.ops.control;

import io.leat.graph.Endpoint;
import io.leat.graph.Functional;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.List;
import java.util.function.Function;

/** One of two functions of the inputs. */
@OpSpec(
        value = "If(cond: Tcond, input: Tin) -> (output: Tout); Tcond: type; Tin: list(type); Tout: list(type); "
                + "then_branch: func; else_branch: func; output_shapes: list(shape) = []",
        stateful = true)
public final class If extends Branching {
    /**
     * The tensors that one of two pieces of Java code adds; only the nodes of the chosen one run. Both may use tensors
     * from outside, and return tensors of the same dtypes.
     *
     * @param predicate a bool scalar
     */
    @Endpoint("cond")
    public static List<Output> of(
            Ops tf, Operand predicate, Function<Ops, List<Output>> then, Function<Ops, List<Output>> otherwise) {
        return Functional.choose(tf, "If", predicate, List.of(then, otherwise));
    }
}
