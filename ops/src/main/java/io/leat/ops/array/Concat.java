package io.leat.ops.array;

import io.leat.graph.OpSpec;

/** Tensors joined along {@code concat_dim}; their other dimensions are equal. */
@OpSpec("Concat(concat_dim: int32, values: N * T) -> (output: T); N: int >= 2; T: type")
public final class Concat extends Joining {
    public Concat() {
        super(true);
    }
}
