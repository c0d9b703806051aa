package io.leat.ops.io;

import io.leat.graph.OpSpec;

/**
 * Writes tensors to a checkpoint of version 1. {@code shapes_and_slices} has for each an empty string, or the shape of the
 * whole tensor that it is a part of and which part.
 */
@OpSpec(
        value = "SaveSlices(filename: string, tensor_names: string, shapes_and_slices: string, data: T) -> (); "
                + "T: list(type) >= 1",
        stateful = true)
public final class SaveSlices extends LegacySave {
    @Override
    int firstTensor() {
        return 3;
    }
}
