package io.leat.ops.random;

import io.leat.graph.OpSpec;

/**
 * Normal random numbers of mean 0 and deviation 1, drawn again outside of (-2, 2), of the shape in the integer vector {@code shape}. Other numbers in every run, the same in
 * every session for the same seeds unless both are 0.
 */
@OpSpec(
        value =
                "TruncatedNormal(shape: T) -> (output: dtype); seed: int = 0; seed2: int = 0; dtype: {half, bfloat16, float, double}; "
                        + "T: {int32, int64}",
        stateful = true)
public final class TruncatedNormal extends StatefulNumbers {
    public TruncatedNormal() {
        super(Distribution.TRUNCATED_NORMAL);
    }
}
