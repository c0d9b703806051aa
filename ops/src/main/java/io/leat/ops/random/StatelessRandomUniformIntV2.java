package io.leat.ops.random;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;

/** Uniform random integers in [{@code minval}, {@code maxval}), of the shape in the integer vector {@code shape}. */
@OpSpec(
        "StatelessRandomUniformIntV2(shape: Tshape, key: uint64, counter: uint64, alg: int32, minval: dtype, maxval: dtype) -> (output: dtype); "
                + "dtype: {int32, int64}; Tshape: {int32, int64}")
public final class StatelessRandomUniformIntV2 extends UniformIntegers {
    @Override
    int bounds() {
        return 4;
    }

    @Override
    Philox start(Compute c, int n) {
        return Streams.ofKey(c, 1);
    }
}
