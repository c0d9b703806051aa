package io.leat.ops.state;

import io.leat.graph.OpSpec;

/** The value of a scalar resource variable, which then grows by one; at {@code limit} it fails with OUT_OF_RANGE. */
@OpSpec(value = "ResourceCountUpTo(resource: resource) -> (output: T); limit: int; T: {int32, int64}", stateful = true)
public final class ResourceCountUpTo extends Counter {}
