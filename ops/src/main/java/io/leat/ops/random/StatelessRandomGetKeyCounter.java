package io.leat.ops.random;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;

/** The key and the counter that a seed of two integers stands for. */
@OpSpec("StatelessRandomGetKeyCounter(seed: Tseed) -> (key: uint64, counter: uint64); Tseed: {int32, int64}")
public final class StatelessRandomGetKeyCounter extends Op {
    @Override
    protected void infer(Inference c) {
        StreamKeys.infer(c);
    }

    @Override
    protected void compute(Compute c) {
        StreamKeys.compute(c);
    }
}
