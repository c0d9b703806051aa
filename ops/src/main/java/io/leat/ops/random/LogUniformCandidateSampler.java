package io.leat.ops.random;

import io.leat.graph.OpSpec;

/** Draws classes by Zipf's law: {@code P(k) = log((k + 2) / (k + 1)) / log(range_max + 1)}. */
@OpSpec(
        value = "LogUniformCandidateSampler(true_classes: int64) -> (sampled_candidates: int64, "
                + "true_expected_count: float, sampled_expected_count: float); num_true: int >= 1; num_sampled: int >= 1; "
                + "unique: bool; range_max: int >= 1; seed: int = 0; seed2: int = 0",
        stateful = true)
public final class LogUniformCandidateSampler extends CandidateSampler {
    @Override
    long draw(Words words, long range) {
        return ((long) Math.exp(words.real() * Math.log1p(range)) - 1) % range;
    }

    @Override
    float probability(long candidate, long range) {
        return (float) (Math.log((candidate + 2.0) / (candidate + 1.0)) / Math.log1p(range));
    }
}
