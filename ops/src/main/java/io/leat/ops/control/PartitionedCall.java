package io.leat.ops.control;

import io.leat.graph.OpSpec;

/** The results of a function. */
@OpSpec("PartitionedCall(args: Tin) -> (output: Tout); Tin: list(type); Tout: list(type); f: func; "
        + "config: string = ''; config_proto: string = ''; executor_type: string = ''")
public final class PartitionedCall extends Calling {}
