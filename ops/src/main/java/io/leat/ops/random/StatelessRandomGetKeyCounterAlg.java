package io.leat.ops.random;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** The key and the counter that a seed of two integers stands for, and the algorithm: 1, Philox. */
@OpSpec("StatelessRandomGetKeyCounterAlg(seed: Tseed) -> (key: uint64, counter: uint64, alg: int32); "
        + "Tseed: {int32, int64}")
public final class StatelessRandomGetKeyCounterAlg extends Op {
    @Override
    protected void infer(Inference c) {
        StreamKeys.infer(c);
        c.output(2, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        StreamKeys.compute(c);
        c.output(2, Tensor.scalar(1));
    }
}
