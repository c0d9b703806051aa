package io.leat.ops.control;

import io.leat.graph.OpSpec;

/** {@link Merge} of references to variables. */
@OpSpec("RefMerge(inputs: Ref(N * T)) -> (output: Ref(T), value_index: int32); T: type; N: int >= 1")
public final class RefMerge extends Merging {}
