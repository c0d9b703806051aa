package io.leat.ops.control;

import io.leat.graph.OpSpec;

/** A loop: the inputs are the first values of its variables, the outputs the last. */
@OpSpec(
        value = "While(input: T) -> (output: T); T: list(type); cond: func; body: func; "
                + "output_shapes: list(shape) = []; parallel_iterations: int = 10",
        stateful = true)
public final class While extends Looping {}
