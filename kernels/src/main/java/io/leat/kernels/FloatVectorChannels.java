package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of {@link ChannelAffine}, over rows of channels. They go row by row: columns of rows that are powers
 * of two apart share few lines of the cache.
 */
final class FloatVectorChannels {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int WIDTH = LANES.length();

    private FloatVectorChannels() {}

    /** {@code min(max(x, least), most)}, NaN for NaN; comparisons cost half of what the lanes' own maximum does. */
    static FloatVector clamp(FloatVector x, FloatVector least, FloatVector most) {
        FloatVector above = x.blend(least, x.compare(VectorOperators.LE, least));
        return above.blend(most, above.compare(VectorOperators.GE, most));
    }

    static void affine(float[] y, int from, int to, int channels, FloatChannelClamp a) {
        FloatVector least = FloatVector.broadcast(LANES, a.least());
        FloatVector most = FloatVector.broadcast(LANES, a.most());
        int whole = LANES.loopBound(channels);
        VectorMask<Float> rest = LANES.indexInRange(whole, channels);
        for (int at = from; at < to; at += channels) {
            for (int c = 0; c < whole; c += WIDTH) {
                FloatVector v = scaled(y, at + c, a, c);
                clamp(v, least, most).intoArray(y, at + c);
            }
            if (whole < channels) {
                FloatVector v = scaled(y, at + whole, a, whole, rest);
                clamp(v, least, most).intoArray(y, at + whole, rest);
            }
        }
    }

    static void affinePlus(float[] y, int from, int to, int channels, FloatChannelClamp a, float[] more) {
        FloatVector least = FloatVector.broadcast(LANES, a.least());
        FloatVector most = FloatVector.broadcast(LANES, a.most());
        int whole = LANES.loopBound(channels);
        VectorMask<Float> rest = LANES.indexInRange(whole, channels);
        for (int at = from; at < to; at += channels) {
            for (int c = 0; c < whole; c += WIDTH) {
                FloatVector v = scaled(y, at + c, a, c);
                v = v.add(FloatVector.fromArray(LANES, more, at + c));
                clamp(v, least, most).intoArray(y, at + c);
            }
            if (whole < channels) {
                FloatVector v = scaled(y, at + whole, a, whole, rest);
                v = v.add(FloatVector.fromArray(LANES, more, at + whole, rest));
                clamp(v, least, most).intoArray(y, at + whole, rest);
            }
        }
    }

    static void affinePlusAffine(
            float[] y, int from, int to, int channels, FloatChannelClamp a, float[] more, FloatChannelClamp b) {
        FloatVector least = FloatVector.broadcast(LANES, a.least());
        FloatVector most = FloatVector.broadcast(LANES, a.most());
        int whole = LANES.loopBound(channels);
        VectorMask<Float> rest = LANES.indexInRange(whole, channels);
        for (int at = from; at < to; at += channels) {
            for (int c = 0; c < whole; c += WIDTH) {
                FloatVector v = scaled(y, at + c, a, c);
                v = v.add(scaled(more, at + c, b, c));
                clamp(v, least, most).intoArray(y, at + c);
            }
            if (whole < channels) {
                FloatVector v = scaled(y, at + whole, a, whole, rest);
                v = v.add(scaled(more, at + whole, b, whole, rest));
                clamp(v, least, most).intoArray(y, at + whole, rest);
            }
        }
    }

    private static FloatVector scaled(float[] x, int at, FloatChannelClamp a, int c) {
        return FloatVector.fromArray(LANES, x, at)
                .sub(FloatVector.fromArray(LANES, a.minus(), c))
                .mul(FloatVector.fromArray(LANES, a.times(), c))
                .add(FloatVector.fromArray(LANES, a.plus(), c));
    }

    private static FloatVector scaled(float[] x, int at, FloatChannelClamp a, int c, VectorMask<Float> lanes) {
        return FloatVector.fromArray(LANES, x, at, lanes)
                .sub(FloatVector.fromArray(LANES, a.minus(), c, lanes))
                .mul(FloatVector.fromArray(LANES, a.times(), c, lanes))
                .add(FloatVector.fromArray(LANES, a.plus(), c, lanes));
    }
}
