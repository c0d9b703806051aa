package io.leat.ops.random;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;

/** Poisson random numbers of the rates {@code rate}; output {@code shape + rate.shape}. */
@OpSpec(
        value =
                "RandomPoisson(shape: S, rate: dtype) -> (output: dtype); seed: int = 0; seed2: int = 0; S: {int32, int64}; "
                        + "dtype: {half, float, double}",
        stateful = true)
public final class RandomPoisson extends PoissonDraws {
    @Override
    int parameters() {
        return 1;
    }

    @Override
    Philox start(Compute c, int n) {
        return Streams.of(c).reserveOutputs(n);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.RANDOM;
    }
}
