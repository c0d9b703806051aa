package io.leat.ops.random;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;

/**
 * Classes drawn from unnormalised log-probabilities: {@code logits [rows, classes]} gives {@code [rows, num_samples]}.
 */
@OpSpec(
        value = "Multinomial(logits: T, num_samples: int32) -> (output: output_dtype); seed: int = 0; seed2: int = 0; "
                + "T: realnumbertype; output_dtype: {int32, int64} = DT_INT64",
        stateful = true)
public final class Multinomial extends ClassDraws {
    @Override
    Philox start(Compute c, int rows, int samples) {
        return Streams.of(c).reserve(io.leat.kernels.Multinomial.blocks(rows, samples));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.RANDOM;
    }
}
