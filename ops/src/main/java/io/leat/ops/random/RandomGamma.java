package io.leat.ops.random;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;

/** Gamma random numbers of shape parameter {@code alpha} and scale 1; output {@code shape + alpha.shape}. */
@OpSpec(
        value = "RandomGamma(shape: S, alpha: T) -> (output: T); seed: int = 0; seed2: int = 0; S: {int32, int64}; "
                + "T: {bfloat16, half, float, double}",
        stateful = true)
public final class RandomGamma extends GammaDraws {
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
