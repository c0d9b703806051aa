package io.leat.ops.io;

import io.leat.graph.OpSpec;

/** Writes tensors to a checkpoint of version 1. */
@OpSpec(value = "Save(filename: string, tensor_names: string, data: T) -> (); T: list(type) >= 1", stateful = true)
public final class Save extends LegacySave {
    @Override
    int firstTensor() {
        return 2;
    }
}
