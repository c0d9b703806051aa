package io.leat.ops.control;

import io.leat.graph.OpSpec;

/** One of several functions of the inputs. */
@OpSpec(
        value = "Case(branch_index: int32, input: Tin) -> (output: Tout); Tin: list(type); Tout: list(type); "
                + "branches: list(func) >= 1; output_shapes: list(shape) = []",
        stateful = true)
public final class Case extends Choosing {}
