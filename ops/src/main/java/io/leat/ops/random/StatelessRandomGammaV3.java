package io.leat.ops.random;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;

/**
 * Gamma random numbers of shape parameter {@code alpha} and scale 1; output {@code shape}, which ends like the shape of
 * {@code alpha}.
 */
@OpSpec(
        "StatelessRandomGammaV3(shape: shape_dtype, key: uint64, counter: uint64, alg: int32, alpha: dtype) -> (output: dtype); "
                + "dtype: {bfloat16, half, float, double}; shape_dtype: {int32, int64}")
public final class StatelessRandomGammaV3 extends GammaDraws {
    @Override
    int parameters() {
        return 4;
    }

    @Override
    Philox start(Compute c, int n) {
        return Streams.ofKey(c, 1);
    }
}
