package io.leat.train;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Counts, over many batches, how often the largest of the scores belongs to the right class. Not thread-safe. */
public final class Accuracy {
    private long right;
    private long total;

    /**
     * Adds a batch.
     *
     * @param scores logits or probabilities, [batch, classes]; of equal ones the first counts
     * @param labels class numbers, [batch]
     */
    public void add(Tensor scores, Tensor labels) {
        if (scores.shape().rank() != 2
                || labels.size() != scores.shape().dim(0)
                || scores.shape().dim(1) == 0) {
            throw new InvalidArgumentException("scores [batch, classes] and labels [batch] expected, not "
                    + scores.shape() + " and " + labels.shape());
        }
        Elements s = Elements.of(scores);
        Elements l = Elements.of(labels);
        int classes = (int) scores.shape().dim(1);
        for (int i = 0; i < l.size(); i++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                if (s.real(i * classes + c) > s.real(i * classes + best)) {
                    best = c;
                }
            }
            right += best == l.integer(i) ? 1 : 0;
        }
        total += l.size();
    }

    /** Right ones among all, NaN before the first. */
    public double value() {
        return total == 0 ? Double.NaN : (double) right / total;
    }

    public long total() {
        return total;
    }

    public void reset() {
        right = 0;
        total = 0;
    }
}
