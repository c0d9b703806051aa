package io.leat.kernels;

/** Normal floats between bounds, one batch after the other from one stream; see {@link TruncatedNormals}. */
public final class FloatTruncatedNormals {
    /** When a bound is this many deviations beyond the mean, normal numbers are drawn until one lies between the bounds. */
    private static final float WIDE = 1.3f;

    private final FloatDraws draws;
    private final float[] out;
    private final float[] group = new float[FloatDraws.GROUP];
    private final float[] tests = new float[FloatDraws.GROUP];
    private float mean;
    private float deviation;

    /** Begins a stream at {@code start}, which does not move, for batches within {@code out}. */
    public FloatTruncatedNormals(Philox start, float[] out) {
        draws = new FloatDraws(start);
        this.out = out;
    }

    /** Fills the next batch, {@code out[from … end)}. At most one of the bounds is infinite. */
    public TruncatedNormals.Outcome fill(float mean, float deviation, float lower, float upper, int from, int end) {
        boolean bounded = Float.isFinite(lower) || Float.isFinite(upper);
        if (!(deviation > 0 && lower < upper && bounded)) {
            return TruncatedNormals.Outcome.INVALID_PARAMETERS;
        }
        // A single bound, or two below the mean, are mirrored.
        boolean mirrored = lower == Float.NEGATIVE_INFINITY || upper < mean;
        this.mean = mean;
        this.deviation = mirrored ? -deviation : deviation;
        float low = ((mirrored ? upper : lower) - mean) / this.deviation;
        float high = ((mirrored ? lower : upper) - mean) / this.deviation;
        float root = FloatDraws.sqrt(low * low + 4);
        float half = 0.5f;
        float cutoff = 2 * FloatDraws.exp(half + low * (low - root) / 4) / (low + root);
        boolean done;
        if (low < -WIDE && high >= 0 || high > WIDE && low <= 0) {
            done = normals(low, high, from, end);
        } else if (high - low < cutoff) {
            done = uniforms(low, high, from, end);
        } else {
            done = exponentials(low, high, from, end);
        }
        return done ? TruncatedNormals.Outcome.DONE : TruncatedNormals.Outcome.GIVEN_UP;
    }

    /** Normal numbers until one lies between the bounds. */
    private boolean normals(float low, float high, int from, int end) {
        int rejected = 0;
        for (int at = from; at < end; ) {
            draws.normals(group);
            for (int i = 0; i < group.length && at < end; i++) {
                if (group[i] >= low && group[i] <= high) {
                    out[at++] = group[i] * deviation + mean;
                    rejected = 0;
                } else if (++rejected > TruncatedNormals.ATTEMPTS) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Uniform numbers between the bounds, accepted with the normal density relative to its maximum there. */
    private boolean uniforms(float low, float high, int from, int end) {
        float width = high - low;
        float peak = low < 0 ? 0 : low * low;
        int rejected = 0;
        for (int at = from; at < end; ) {
            draws.uniforms(group);
            draws.uniforms(tests);
            for (int i = 0; i < group.length && at < end; i++) {
                float z = group[i] * width + low;
                if (tests[i] <= FloatDraws.exp((peak - z * z) / 2)) {
                    out[at++] = z * deviation + mean;
                    rejected = 0;
                } else if (++rejected >= TruncatedNormals.ATTEMPTS) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Exponential numbers beyond the lower bound, of the rate that is accepted most often. */
    private boolean exponentials(float low, float high, int from, int end) {
        float rate = (low + FloatDraws.sqrt(low * low + 4)) / 2;
        int rejected = 0;
        for (int at = from; at < end; ) {
            draws.uniforms(group);
            for (int i = 0; i < group.length && at < end; i += 2) {
                float z = -FloatDraws.log(group[i]) / rate + low;
                float x = low < rate ? rate - z : low - rate;
                if (group[i + 1] <= FloatDraws.exp(-x * x / 2) && z < high) {
                    out[at++] = z * deviation + mean;
                    rejected = 0;
                } else if (++rejected >= TruncatedNormals.ATTEMPTS) {
                    return false;
                }
            }
        }
        return true;
    }
}
