package io.leat.ops.random;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;

/**
 * Classes drawn from unnormalised log-probabilities: {@code logits [rows, classes]} gives {@code [rows, num_samples]};
 * the same for the same seed.
 */
@OpSpec("StatelessMultinomial(logits: T, num_samples: int32, seed: Tseed) -> (output: output_dtype); "
        + "T: realnumbertype; Tseed: {int32, int64}; output_dtype: {int32, int64} = DT_INT64")
public final class StatelessMultinomial extends ClassDraws {
    @Override
    Philox start(Compute c, int rows, int samples) {
        return Streams.ofSeed(c, 2);
    }
}
