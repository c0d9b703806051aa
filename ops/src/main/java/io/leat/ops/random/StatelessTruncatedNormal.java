package io.leat.ops.random;

import io.leat.graph.OpSpec;

/** Normal random numbers of mean 0 and deviation 1, drawn again outside of (-2, 2), of the shape in the integer vector {@code shape}; the same for the same seed. */
@OpSpec("StatelessTruncatedNormal(shape: T, seed: Tseed) -> (output: dtype); "
        + "dtype: {half, bfloat16, float, double} = DT_FLOAT; T: {int32, int64}; Tseed: {int32, int64}")
public final class StatelessTruncatedNormal extends StatelessNumbers {
    public StatelessTruncatedNormal() {
        super(Distribution.TRUNCATED_NORMAL, false);
    }
}
