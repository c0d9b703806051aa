package io.leat.ops.random;

import io.leat.graph.OpSpec;

/**
 * Uniform random numbers in [0, 1), of the shape in the integer vector {@code shape}. Other numbers in every run, the same in
 * every session for the same seeds unless both are 0.
 */
@OpSpec(
        value =
                "RandomUniform(shape: T) -> (output: dtype); seed: int = 0; seed2: int = 0; dtype: {half, bfloat16, float, double}; "
                        + "T: {int32, int64}",
        stateful = true)
public final class RandomUniform extends StatefulNumbers {
    public RandomUniform() {
        super(Distribution.UNIFORM);
    }
}
