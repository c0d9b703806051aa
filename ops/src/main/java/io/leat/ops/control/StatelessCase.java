package io.leat.ops.control;

import io.leat.graph.OpSpec;

/** {@link Case} of functions without effects. */
@OpSpec("StatelessCase(branch_index: int32, input: Tin) -> (output: Tout); Tin: list(type); Tout: list(type); "
        + "branches: list(func) >= 1; output_shapes: list(shape) = []")
public final class StatelessCase extends Choosing {}
