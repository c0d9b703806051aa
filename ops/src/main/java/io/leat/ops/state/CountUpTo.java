package io.leat.ops.state;

import io.leat.graph.OpSpec;

/** The value of a scalar reference variable, which then grows by one; at {@code limit} it fails with OUT_OF_RANGE. */
@OpSpec("CountUpTo(ref: Ref(T)) -> (output: T); limit: int; T: {int32, int64}")
public final class CountUpTo extends Counter {}
