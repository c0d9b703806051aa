package io.leat.ops.random;

import io.leat.graph.OpSpec;

/** Uniform random numbers in [0, 1), of the shape in the integer vector {@code shape}; the same for the same seed. */
@OpSpec("StatelessRandomUniform(shape: T, seed: Tseed) -> (output: dtype); "
        + "dtype: {half, bfloat16, float, double} = DT_FLOAT; T: {int32, int64}; Tseed: {int32, int64}")
public final class StatelessRandomUniform extends StatelessNumbers {
    public StatelessRandomUniform() {
        super(Distribution.UNIFORM, false);
    }
}
