// Generated from FloatTruncatedNormals.java by TypedFormsTest: change that file.
package io.leat.kernels;

/** Normal doubles between bounds, one batch after the other from one stream; see {@link TruncatedNormals}. */
public final class DoubleTruncatedNormals {
    /** When a bound is this many deviations beyond the mean, normal numbers are drawn until one lies between the bounds. */
    private static final double WIDE = 1.3f;

    private final DoubleDraws draws;
    private final double[] out;
    private final double[] group = new double[DoubleDraws.GROUP];
    private final double[] tests = new double[DoubleDraws.GROUP];
    private double mean;
    private double deviation;

    /** Begins a stream at {@code start}, which does not move, for batches within {@code out}. */
    public DoubleTruncatedNormals(Philox start, double[] out) {
        draws = new DoubleDraws(start);
        this.out = out;
    }

    /** Fills the next batch, {@code out[from … end)}. At most one of the bounds is infinite. */
    public TruncatedNormals.Outcome fill(double mean, double deviation, double lower, double upper, int from, int end) {
        boolean bounded = Double.isFinite(lower) || Double.isFinite(upper);
        if (!(deviation > 0 && lower < upper && bounded)) {
            return TruncatedNormals.Outcome.INVALID_PARAMETERS;
        }
        // A single bound, or two below the mean, are mirrored.
        boolean mirrored = lower == Double.NEGATIVE_INFINITY || upper < mean;
        this.mean = mean;
        this.deviation = mirrored ? -deviation : deviation;
        double low = ((mirrored ? upper : lower) - mean) / this.deviation;
        double high = ((mirrored ? lower : upper) - mean) / this.deviation;
        double root = DoubleDraws.sqrt(low * low + 4);
        double half = 0.5f;
        double cutoff = 2 * DoubleDraws.exp(half + low * (low - root) / 4) / (low + root);
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
    private boolean normals(double low, double high, int from, int end) {
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
    private boolean uniforms(double low, double high, int from, int end) {
        double width = high - low;
        double peak = low < 0 ? 0 : low * low;
        int rejected = 0;
        for (int at = from; at < end; ) {
            draws.uniforms(group);
            draws.uniforms(tests);
            for (int i = 0; i < group.length && at < end; i++) {
                double z = group[i] * width + low;
                if (tests[i] <= DoubleDraws.exp((peak - z * z) / 2)) {
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
    private boolean exponentials(double low, double high, int from, int end) {
        double rate = (low + DoubleDraws.sqrt(low * low + 4)) / 2;
        int rejected = 0;
        for (int at = from; at < end; ) {
            draws.uniforms(group);
            for (int i = 0; i < group.length && at < end; i += 2) {
                double z = -DoubleDraws.log(group[i]) / rate + low;
                double x = low < rate ? rate - z : low - rate;
                if (group[i + 1] <= DoubleDraws.exp(-x * x / 2) && z < high) {
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
