package io.leat.ops.control;

import io.leat.graph.OpSpec;

/** {@link While} of functions without effects. */
@OpSpec("StatelessWhile(input: T) -> (output: T); T: list(type); cond: func; body: func; "
        + "output_shapes: list(shape) = []; parallel_iterations: int = 10")
public final class StatelessWhile extends Looping {}
