package io.leat.ops.control;

import io.leat.graph.OpSpec;

/** The results of a function that may have effects. */
@OpSpec(
        value = "StatefulPartitionedCall(args: Tin) -> (output: Tout); Tin: list(type); Tout: list(type); f: func; "
                + "config: string = ''; config_proto: string = ''; executor_type: string = ''",
        stateful = true)
public final class StatefulPartitionedCall extends Calling {}
