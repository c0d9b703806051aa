package io.leat.ops.random;

import io.leat.graph.OpSpec;

/** Draws classes with equal probability. */
@OpSpec(
        value = "UniformCandidateSampler(true_classes: int64) -> (sampled_candidates: int64, "
                + "true_expected_count: float, sampled_expected_count: float); num_true: int >= 1; num_sampled: int >= 1; "
                + "unique: bool; range_max: int >= 1; seed: int = 0; seed2: int = 0",
        stateful = true)
public final class UniformCandidateSampler extends CandidateSampler {
    @Override
    long draw(Words words, long range) {
        long n = words.whole();
        return (range & range - 1) == 0 ? n & range - 1 : Long.remainderUnsigned(n, range);
    }

    @Override
    float probability(long candidate, long range) {
        return 1f / range;
    }
}
