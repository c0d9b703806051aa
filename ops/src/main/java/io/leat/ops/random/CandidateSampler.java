package io.leat.ops.random;

import io.leat.graph.Accuracy;
import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.HashSet;
import java.util.Set;

/**
 * Draws {@code num_sampled} classes below {@code range_max}, and says how often each of them, and each of
 * {@code true_classes} [batch, num_true], is expected among them.
 */
abstract sealed class CandidateSampler extends Op permits LogUniformCandidateSampler, UniformCandidateSampler {
    private static final int SAMPLES_PER_CANDIDATE = 2048;

    /** A class below {@code range}. */
    abstract long draw(Words words, long range);

    /** The probability of a class. */
    abstract float probability(long candidate, long range);

    @Override
    protected final void infer(Inference c) {
        Attrs a = c.attrs();
        Shape classes = c.shape(0, 2);
        long sampled = a.integer("num_sampled");
        c.output(0, Shape.of(sampled));
        c.output(1, Shape.of(classes.hasRank() ? classes.dim(0) : Shape.ANY, a.integer("num_true")));
        c.output(2, Shape.of(sampled));
    }

    @Override
    protected final void compute(Compute c) {
        Attrs a = c.attrs();
        int count = a.intValue("num_sampled");
        long range = a.integer("range_max");
        boolean unique = a.bool("unique");
        check(c, count, range, unique);
        var words = new Words(Streams.of(c).reserveSamples((long) SAMPLES_PER_CANDIDATE * count));
        Elements sampled = Elements.allocate(DType.INT64, Shape.of(count));
        Set<Long> seen = new HashSet<>();
        int tries = 0;
        for (int i = 0; i < count; ) {
            c.run().checkCancelled();
            long candidate = draw(words, range);
            tries++;
            if (!unique || seen.add(candidate)) {
                sampled.setInteger(i++, candidate);
            }
        }
        c.output(0, sampled.tensor());
        c.output(1, expected(Elements.of(c.input(0)), count, tries, range).tensor());
        c.output(2, expected(sampled, count, tries, range).tensor());
    }

    private static void check(Compute c, int count, long range, boolean unique) {
        Shape classes = c.shape(0);
        long columns = c.attrs().integer("num_true");
        if (classes.rank() != 2) {
            throw new InvalidArgumentException("true_classes must be a matrix");
        }
        if (classes.dim(1) != columns) {
            throw new InvalidArgumentException(
                    "true_classes must have num_true columns, expected: " + columns + " was: " + classes.dim(1));
        }
        if (range < 1 || unique && count > range) {
            throw new InvalidArgumentException("Sampler's range is too small.");
        }
        for (long candidate : c.integers(0)) {
            if (candidate < 0 || candidate >= range) {
                throw new InvalidArgumentException(
                        "`true_candidate` out of range [0, " + range + "), received " + candidate);
            }
        }
    }

    private Elements expected(Elements classes, int count, int tries, long range) {
        Elements expected = Elements.allocate(DType.FLOAT32, classes.shape());
        for (int i = 0; i < classes.size(); i++) {
            float p = probability(classes.integer(i), range);
            expected.set(i, tries == count ? p * count : -Math.expm1(tries * Math.log1p(-p)));
        }
        return expected;
    }

    @Override
    public final Accuracy accuracy() {
        return Accuracy.RANDOM;
    }
}
