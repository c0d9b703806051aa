package io.leat.ops.image;

import io.leat.tensor.InvalidArgumentException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Greedy non-maximum suppression: boxes by descending score, without those that overlap one chosen before by more than a
 * threshold; in the soft form (Bodla et al. 2017) overlaps lower a box's score by {@code exp(-overlap^2 / (2 sigma))}.
 *
 * @param threshold of the overlap, in [0, 1]; the soft form does not ask for it
 * @param least boxes must have a greater score
 * @param sigma of the soft form; 0 for the hard one
 */
record Suppression(int most, float threshold, float least, float sigma) {
    /** How much two boxes overlap. */
    @FunctionalInterface
    interface Overlap {
        float of(int i, int j);
    }

    /** A chosen box with the score that it had then. */
    record Choice(int box, float score) {}

    /** A box with the number of choices that its score already takes into account. */
    private record Candidate(int box, float score, int seen) {}

    Suppression {
        if (most < 0) {
            throw new InvalidArgumentException("max_output_size must be non-negative, got: " + most);
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new InvalidArgumentException("iou_threshold must be in [0, 1]");
        }
        if (!(sigma >= 0)) {
            throw new InvalidArgumentException("soft_nms_sigma must be non-negative, got: " + sigma);
        }
    }

    List<Choice> choose(float[] scores, Overlap overlap) {
        var queue = new PriorityQueue<Candidate>(
                Comparator.comparingDouble((Candidate c) -> -c.score).thenComparingInt(Candidate::box));
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > least) {
                queue.add(new Candidate(i, scores[i], 0));
            }
        }
        List<Choice> chosen = new ArrayList<>();
        while (chosen.size() < most && !queue.isEmpty()) {
            Candidate next = queue.remove();
            float score = next.score;
            boolean suppressed = false;
            for (int j = chosen.size() - 1; j >= next.seen && !suppressed && score > least; j--) {
                float shared = overlap.of(next.box, chosen.get(j).box);
                suppressed = sigma == 0 && shared > threshold;
                score *= weight(shared);
            }
            if (!suppressed && score == next.score) {
                chosen.add(new Choice(next.box, score));
            } else if (!suppressed && score > least) {
                queue.add(new Candidate(next.box, score, chosen.size()));
            }
        }
        return chosen;
    }

    private float weight(float shared) {
        return sigma == 0 ? 1 : (float) Math.exp(-0.5f / sigma * shared * shared);
    }
}
