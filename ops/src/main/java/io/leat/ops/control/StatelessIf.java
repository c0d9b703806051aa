package io.leat.ops.control;

import io.leat.graph.OpSpec;

/** {@link If} of functions without effects. */
@OpSpec("StatelessIf(cond: Tcond, input: Tin) -> (output: Tout); Tcond: type; Tin: list(type); Tout: list(type); "
        + "then_branch: func; else_branch: func; output_shapes: list(shape) = []")
public final class StatelessIf extends Branching {}
