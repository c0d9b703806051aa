package io.leat.ops.random;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;

/**
 * Gamma random numbers of shape parameter {@code alpha} and scale 1; output {@code shape}, which ends like the shape of
 * {@code alpha}.
 */
@OpSpec("StatelessRandomGammaV2(shape: T, seed: Tseed, alpha: dtype) -> (output: dtype); "
        + "dtype: {bfloat16, half, float, double}; T: {int32, int64}; Tseed: {int32, int64}")
public final class StatelessRandomGammaV2 extends GammaDraws {
    @Override
    int parameters() {
        return 2;
    }

    @Override
    Philox start(Compute c, int n) {
        return Streams.ofSeed(c, 1);
    }
}
