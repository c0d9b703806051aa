package io.leat.ops.control;

import io.leat.graph.OpSpec;

/** One of two functions of the inputs. */
@OpSpec(
        value = "If(cond: Tcond, input: Tin) -> (output: Tout); Tcond: type; Tin: list(type); Tout: list(type); "
                + "then_branch: func; else_branch: func; output_shapes: list(shape) = []",
        stateful = true)
public final class If extends Branching {}
