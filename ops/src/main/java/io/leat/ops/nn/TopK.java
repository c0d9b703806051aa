package io.leat.ops.nn;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;

/** The k greatest elements of each row of the last dimension, in descending order, and their indices; k is an attribute. */
@OpSpec("TopK(input: T) -> (values: T, indices: int32); k: int >= 0; sorted: bool = true; T: realnumbertype")
public final class TopK extends TopRows {
    @Override
    Long k(Inference c) {
        return c.attrs().integer("k");
    }

    @Override
    long k(Compute c) {
        return c.attrs().integer("k");
    }
}
