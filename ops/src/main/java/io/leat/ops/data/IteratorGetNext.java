package io.leat.ops.data;

import io.leat.graph.OpSpec;

/** The components of the next element of an iterator; OUT_OF_RANGE at the end of the dataset. */
@OpSpec(
        value = "IteratorGetNext(iterator: resource) -> (components: output_types); "
                + "output_types: list(type) >= 1; output_shapes: list(shape) >= 1",
        stateful = true)
public final class IteratorGetNext extends NextElement {}
