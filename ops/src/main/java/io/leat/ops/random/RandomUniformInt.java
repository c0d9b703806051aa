package io.leat.ops.random;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.kernels.Philox;

/** Uniform random integers in [{@code minval}, {@code maxval}), of the shape in the integer vector {@code shape}. */
@OpSpec(
        value = "RandomUniformInt(shape: T, minval: Tout, maxval: Tout) -> (output: Tout); "
                + "seed: int = 0; seed2: int = 0; Tout: {int32, int64}; T: {int32, int64}",
        stateful = true)
public final class RandomUniformInt extends UniformIntegers {
    @Override
    int bounds() {
        return 1;
    }

    @Override
    Philox start(Compute c, int n) {
        return Streams.of(c).reserveOutputs(n);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.RANDOM;
    }
}
