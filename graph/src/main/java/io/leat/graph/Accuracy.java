package io.leat.graph;

/**
 * How far results may lie apart.
 *
 * @param kind in which way
 * @param ulps for {@link Kind#ULPS}, units in the last place of the output dtype, relative to the largest magnitude
 *     that went into the element
 */
public record Accuracy(Kind kind, int ulps) {
    /** The ways. */
    public enum Kind {
        EXACT,
        ULPS,
        /** Random without a seed: only shape and dtype agree. */
        RANDOM
    }

    public static final Accuracy EXACT = new Accuracy(Kind.EXACT, 0);
    public static final Accuracy RANDOM = new Accuracy(Kind.RANDOM, 0);

    public static Accuracy ulps(int n) {
        return new Accuracy(Kind.ULPS, n);
    }
}
