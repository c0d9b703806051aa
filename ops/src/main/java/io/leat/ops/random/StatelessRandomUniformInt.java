package io.leat.ops.random;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;

/** Uniform random integers in [{@code minval}, {@code maxval}), of the shape in the integer vector {@code shape}. */
@OpSpec("StatelessRandomUniformInt(shape: T, seed: Tseed, minval: dtype, maxval: dtype) -> (output: dtype); "
        + "dtype: {int32, int64}; T: {int32, int64}; Tseed: {int32, int64}")
public final class StatelessRandomUniformInt extends UniformIntegers {
    @Override
    int bounds() {
        return 2;
    }

    @Override
    Philox start(Compute c, int n) {
        return Streams.ofSeed(c, 1);
    }
}
