package io.leat.ops.control;

import io.leat.graph.OpSpec;

/** Joins branches, and the first with the later iterations of a loop. */
@OpSpec("Merge(inputs: N * T) -> (output: T, value_index: int32); T: type; N: int >= 1")
public final class Merge extends Merging {}
