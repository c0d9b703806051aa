package io.leat.ops.random;

import io.leat.graph.OpSpec;

/** Normal random numbers of mean 0 and deviation 1, drawn again outside of (-2, 2), of the shape in the integer vector {@code shape}; the same for the same key and counter. */
@OpSpec("StatelessTruncatedNormalV2(shape: Tshape, key: uint64, counter: uint64, alg: int32) -> (output: dtype); "
        + "dtype: {half, bfloat16, float, double} = DT_FLOAT; Tshape: {int32, int64}")
public final class StatelessTruncatedNormalV2 extends StatelessNumbers {
    public StatelessTruncatedNormalV2() {
        super(Distribution.TRUNCATED_NORMAL, true);
    }
}
