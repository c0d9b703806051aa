package io.leat.ops.random;

import io.leat.graph.OpSpec;

/** Uniform random integers over the whole range of the dtype, of the shape in the integer vector {@code shape}; the same for the same seed. */
@OpSpec("StatelessRandomUniformFullInt(shape: T, seed: Tseed) -> (output: dtype); "
        + "dtype: {int32, int64, uint32, uint64} = DT_UINT64; T: {int32, int64}; Tseed: {int32, int64, uint32, uint64}")
public final class StatelessRandomUniformFullInt extends StatelessNumbers {
    public StatelessRandomUniformFullInt() {
        super(Distribution.FULL_INTEGERS, false);
    }
}
