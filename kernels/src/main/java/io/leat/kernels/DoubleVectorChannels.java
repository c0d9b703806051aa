// Generated from FloatVectorChannels.java by TwinsTest: change that file.
package io.leat.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of {@link ChannelAffine}, over rows of channels. They go row by row: columns of rows that are powers
 * of two apart share few lines of the cache.
 */
final class DoubleVectorChannels {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int WIDTH = LANES.length();

    private DoubleVectorChannels() {}

    /** {@code min(max(x, least), most)}, NaN for NaN; comparisons cost half of what the lanes' own maximum does. */
    static DoubleVector clamp(DoubleVector x, DoubleVector least, DoubleVector most) {
        DoubleVector above = x.blend(least, x.compare(VectorOperators.LE, least));
        return above.blend(most, above.compare(VectorOperators.GE, most));
    }

    static void affine(double[] y, int from, int to, int channels, DoubleChannelClamp a) {
        DoubleVector least = DoubleVector.broadcast(LANES, a.least());
        DoubleVector most = DoubleVector.broadcast(LANES, a.most());
        int whole = LANES.loopBound(channels);
        VectorMask<Double> rest = LANES.indexInRange(whole, channels);
        for (int at = from; at < to; at += channels) {
            for (int c = 0; c < whole; c += WIDTH) {
                DoubleVector v = scaled(y, at + c, a, c);
                clamp(v, least, most).intoArray(y, at + c);
            }
            if (whole < channels) {
                DoubleVector v = scaled(y, at + whole, a, whole, rest);
                clamp(v, least, most).intoArray(y, at + whole, rest);
            }
        }
    }

    static void affinePlus(double[] y, int from, int to, int channels, DoubleChannelClamp a, double[] more) {
        DoubleVector least = DoubleVector.broadcast(LANES, a.least());
        DoubleVector most = DoubleVector.broadcast(LANES, a.most());
        int whole = LANES.loopBound(channels);
        VectorMask<Double> rest = LANES.indexInRange(whole, channels);
        for (int at = from; at < to; at += channels) {
            for (int c = 0; c < whole; c += WIDTH) {
                DoubleVector v = scaled(y, at + c, a, c);
                v = v.add(DoubleVector.fromArray(LANES, more, at + c));
                clamp(v, least, most).intoArray(y, at + c);
            }
            if (whole < channels) {
                DoubleVector v = scaled(y, at + whole, a, whole, rest);
                v = v.add(DoubleVector.fromArray(LANES, more, at + whole, rest));
                clamp(v, least, most).intoArray(y, at + whole, rest);
            }
        }
    }

    static void affinePlusAffine(
            double[] y, int from, int to, int channels, DoubleChannelClamp a, double[] more, DoubleChannelClamp b) {
        DoubleVector least = DoubleVector.broadcast(LANES, a.least());
        DoubleVector most = DoubleVector.broadcast(LANES, a.most());
        int whole = LANES.loopBound(channels);
        VectorMask<Double> rest = LANES.indexInRange(whole, channels);
        for (int at = from; at < to; at += channels) {
            for (int c = 0; c < whole; c += WIDTH) {
                DoubleVector v = scaled(y, at + c, a, c);
                v = v.add(scaled(more, at + c, b, c));
                clamp(v, least, most).intoArray(y, at + c);
            }
            if (whole < channels) {
                DoubleVector v = scaled(y, at + whole, a, whole, rest);
                v = v.add(scaled(more, at + whole, b, whole, rest));
                clamp(v, least, most).intoArray(y, at + whole, rest);
            }
        }
    }

    private static DoubleVector scaled(double[] x, int at, DoubleChannelClamp a, int c) {
        return DoubleVector.fromArray(LANES, x, at)
                .sub(DoubleVector.fromArray(LANES, a.minus(), c))
                .mul(DoubleVector.fromArray(LANES, a.times(), c))
                .add(DoubleVector.fromArray(LANES, a.plus(), c));
    }

    private static DoubleVector scaled(double[] x, int at, DoubleChannelClamp a, int c, VectorMask<Double> lanes) {
        return DoubleVector.fromArray(LANES, x, at, lanes)
                .sub(DoubleVector.fromArray(LANES, a.minus(), c, lanes))
                .mul(DoubleVector.fromArray(LANES, a.times(), c, lanes))
                .add(DoubleVector.fromArray(LANES, a.plus(), c, lanes));
    }
}
