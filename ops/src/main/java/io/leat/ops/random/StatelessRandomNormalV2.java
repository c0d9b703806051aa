package io.leat.ops.random;

import io.leat.graph.OpSpec;

/** Normal random numbers of mean 0 and deviation 1, of the shape in the integer vector {@code shape}; the same for the same key and counter. */
@OpSpec("StatelessRandomNormalV2(shape: Tshape, key: uint64, counter: uint64, alg: int32) -> (output: dtype); "
        + "dtype: {half, bfloat16, float, double} = DT_FLOAT; Tshape: {int32, int64}")
public final class StatelessRandomNormalV2 extends StatelessNumbers {
    public StatelessRandomNormalV2() {
        super(Distribution.NORMAL, true);
    }
}
