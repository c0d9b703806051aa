package io.leat.ops.data;

import io.leat.graph.OpSpec;

/** A handle to an iterator that passes over a dataset. */
@OpSpec(
        value = "IteratorV2() -> (handle: resource); "
                + "shared_name: string; container: string; "
                + "output_types: list(type) >= 1; output_shapes: list(shape) >= 1",
        stateful = true)
public final class IteratorV2 extends IteratorMaker {}
