package io.leat.kernels;

/**
 * What {@link FloatTruncatedNormals} and {@link DoubleTruncatedNormals} have in common: normal numbers of any mean and
 * deviation between any bounds, as TensorFlow's {@code ParameterizedTruncatedNormal}, by rejection from normal, uniform or
 * exponential numbers (Robert, "Simulation of truncated normal variables", Statistics and Computing 5, 1995).
 *
 * <p>The batches take the numbers of one stream after each other. TensorFlow does so while it works on one thread; when it
 * splits the batches over several, the later ones come from other places of the stream, which depend on the number of
 * threads. Here they never do.
 */
public final class TruncatedNormals {
    /** Rejections in a row after which a sampler gives up. */
    static final int ATTEMPTS = 1000;

    /** Samples of a batch when all batches have the same parameters, which TensorFlow then splits anew. */
    public static final int COMMON_BATCH = 100;

    private TruncatedNormals() {}

    /** How filling an output ended. */
    public enum Outcome {
        /** All samples are there. */
        DONE,
        /** A deviation is not positive, bounds are not in order, or both are infinite. */
        INVALID_PARAMETERS,
        /** A sampler rejected too many numbers in a row. */
        GIVEN_UP
    }

    /** Blocks that the stateful op reserves for {@code batches} of {@code samples}. */
    public static long blocks(int batches, int samples) {
        return (long) batches * 2 * ATTEMPTS * (samples + 3) / 4;
    }
}
