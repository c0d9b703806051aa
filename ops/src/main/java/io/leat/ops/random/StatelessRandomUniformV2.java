package io.leat.ops.random;

import io.leat.graph.OpSpec;

/** Uniform random numbers in [0, 1), of the shape in the integer vector {@code shape}; the same for the same key and counter. */
@OpSpec("StatelessRandomUniformV2(shape: Tshape, key: uint64, counter: uint64, alg: int32) -> (output: dtype); "
        + "dtype: {half, bfloat16, float, double} = DT_FLOAT; Tshape: {int32, int64}")
public final class StatelessRandomUniformV2 extends StatelessNumbers {
    public StatelessRandomUniformV2() {
        super(Distribution.UNIFORM, true);
    }
}
