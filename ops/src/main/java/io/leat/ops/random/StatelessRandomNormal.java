package io.leat.ops.random;

import io.leat.graph.OpSpec;

/** Normal random numbers of mean 0 and deviation 1, of the shape in the integer vector {@code shape}; the same for the same seed. */
@OpSpec("StatelessRandomNormal(shape: T, seed: Tseed) -> (output: dtype); "
        + "dtype: {half, bfloat16, float, double} = DT_FLOAT; T: {int32, int64}; Tseed: {int32, int64}")
public final class StatelessRandomNormal extends StatelessNumbers {
    public StatelessRandomNormal() {
        super(Distribution.NORMAL, false);
    }
}
