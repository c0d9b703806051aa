package io.leat.ops.random;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;

/** Poisson random numbers of the rates {@code rate}; output {@code shape + rate.shape}. */
@OpSpec(
        value =
                "RandomPoissonV2(shape: S, rate: R) -> (output: dtype); seed: int = 0; seed2: int = 0; S: {int32, int64}; "
                        + "R: {half, float, double, int32, int64} = DT_DOUBLE; dtype: {half, float, double, int32, int64} = DT_INT64",
        stateful = true)
public final class RandomPoissonV2 extends PoissonDraws {
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
