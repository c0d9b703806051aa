package io.leat.ops.random;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;

/** Poisson random numbers of the rates {@code lam}; output {@code shape}, which ends like the shape of {@code lam}. */
@OpSpec(
        "StatelessRandomPoisson(shape: T, seed: Tseed, lam: Rtype) -> (output: dtype); T: {int32, int64}; Tseed: {int32, int64}; "
                + "Rtype: {half, float, double, int32, int64}; dtype: {half, float, double, int32, int64}")
public final class StatelessRandomPoisson extends PoissonDraws {
    @Override
    int parameters() {
        return 2;
    }

    @Override
    Philox start(Compute c, int n) {
        return Streams.ofSeed(c, 1);
    }
}
