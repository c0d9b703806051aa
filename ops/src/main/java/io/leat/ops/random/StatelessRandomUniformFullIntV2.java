package io.leat.ops.random;

import io.leat.graph.OpSpec;

/** Uniform random integers over the whole range of the dtype, of the shape in the integer vector {@code shape}; the same for the same key and counter. */
@OpSpec("StatelessRandomUniformFullIntV2(shape: Tshape, key: uint64, counter: uint64, alg: int32) -> (output: dtype); "
        + "dtype: {int32, int64, uint32, uint64} = DT_UINT64; Tshape: {int32, int64}")
public final class StatelessRandomUniformFullIntV2 extends StatelessNumbers {
    public StatelessRandomUniformFullIntV2() {
        super(Distribution.FULL_INTEGERS, true);
    }
}
