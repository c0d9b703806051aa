package io.leat.ops.io;

import io.leat.graph.OpSpec;

/**
 * Reads a part of a tensor from a checkpoint of version 1: {@code shape_and_slice} is empty for the whole, or says the
 * shape of the whole and which part.
 */
@OpSpec(
        value = "RestoreSlice(file_pattern: string, tensor_name: string, shape_and_slice: string) -> (tensor: dt); "
                + "dt: type; preferred_shard: int = -1",
        stateful = true)
public final class RestoreSlice extends RestoreOne {}
