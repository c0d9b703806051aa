package io.leat.ops.io;

import io.leat.graph.OpSpec;

/** Reads a tensor from a checkpoint of version 1. */
@OpSpec(
        value = "Restore(file_pattern: string, tensor_name: string) -> (tensor: dt); dt: type; "
                + "preferred_shard: int = -1",
        stateful = true)
public final class Restore extends RestoreOne {}
