package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** The inner loops of {@link ChannelAffine}, over rows of channels. */
final class FloatVectorChannels {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int WIDTH = LANES.length();

    private FloatVectorChannels() {}

    static void affine(float[] y, int from, int to, int channels, ChannelAffine a, float least, float most) {
        int c = 0;
        for (; c + WIDTH <= channels; c += WIDTH) {
            FloatVector minus = FloatVector.fromArray(LANES, a.minus(), c);
            FloatVector times = FloatVector.fromArray(LANES, a.times(), c);
            FloatVector plus = FloatVector.fromArray(LANES, a.plus(), c);
            for (int at = from + c; at < to; at += channels) {
                FloatVector v = FloatVector.fromArray(LANES, y, at)
                        .sub(minus)
                        .mul(times)
                        .add(plus);
                v.max(least).min(most).intoArray(y, at);
            }
        }
        if (c < channels) {
            VectorMask<Float> rest = LANES.indexInRange(c, channels);
            FloatVector minus = FloatVector.fromArray(LANES, a.minus(), c, rest);
            FloatVector times = FloatVector.fromArray(LANES, a.times(), c, rest);
            FloatVector plus = FloatVector.fromArray(LANES, a.plus(), c, rest);
            for (int at = from + c; at < to; at += channels) {
                FloatVector v = FloatVector.fromArray(LANES, y, at, rest)
                        .sub(minus)
                        .mul(times)
                        .add(plus);
                v.max(least).min(most).intoArray(y, at, rest);
            }
        }
    }

    static void affinePlus(
            float[] y, int from, int to, int channels, ChannelAffine a, float[] more, float least, float most) {
        int c = 0;
        for (; c + WIDTH <= channels; c += WIDTH) {
            FloatVector minus = FloatVector.fromArray(LANES, a.minus(), c);
            FloatVector times = FloatVector.fromArray(LANES, a.times(), c);
            FloatVector plus = FloatVector.fromArray(LANES, a.plus(), c);
            for (int at = from + c; at < to; at += channels) {
                FloatVector v = FloatVector.fromArray(LANES, y, at)
                        .sub(minus)
                        .mul(times)
                        .add(plus);
                v = v.add(FloatVector.fromArray(LANES, more, at));
                v.max(least).min(most).intoArray(y, at);
            }
        }
        if (c < channels) {
            VectorMask<Float> rest = LANES.indexInRange(c, channels);
            FloatVector minus = FloatVector.fromArray(LANES, a.minus(), c, rest);
            FloatVector times = FloatVector.fromArray(LANES, a.times(), c, rest);
            FloatVector plus = FloatVector.fromArray(LANES, a.plus(), c, rest);
            for (int at = from + c; at < to; at += channels) {
                FloatVector v = FloatVector.fromArray(LANES, y, at, rest)
                        .sub(minus)
                        .mul(times)
                        .add(plus);
                v = v.add(FloatVector.fromArray(LANES, more, at, rest));
                v.max(least).min(most).intoArray(y, at, rest);
            }
        }
    }

    static void affinePlusAffine(
            float[] y,
            int from,
            int to,
            int channels,
            ChannelAffine a,
            float[] more,
            ChannelAffine b,
            float least,
            float most) {
        int c = 0;
        for (; c + WIDTH <= channels; c += WIDTH) {
            FloatVector minus = FloatVector.fromArray(LANES, a.minus(), c);
            FloatVector times = FloatVector.fromArray(LANES, a.times(), c);
            FloatVector plus = FloatVector.fromArray(LANES, a.plus(), c);
            FloatVector minus2 = FloatVector.fromArray(LANES, b.minus(), c);
            FloatVector times2 = FloatVector.fromArray(LANES, b.times(), c);
            FloatVector plus2 = FloatVector.fromArray(LANES, b.plus(), c);
            for (int at = from + c; at < to; at += channels) {
                FloatVector v = FloatVector.fromArray(LANES, y, at)
                        .sub(minus)
                        .mul(times)
                        .add(plus);
                FloatVector w = FloatVector.fromArray(LANES, more, at)
                        .sub(minus2)
                        .mul(times2)
                        .add(plus2);
                v = v.add(w);
                v.max(least).min(most).intoArray(y, at);
            }
        }
        if (c < channels) {
            VectorMask<Float> rest = LANES.indexInRange(c, channels);
            FloatVector minus = FloatVector.fromArray(LANES, a.minus(), c, rest);
            FloatVector times = FloatVector.fromArray(LANES, a.times(), c, rest);
            FloatVector plus = FloatVector.fromArray(LANES, a.plus(), c, rest);
            FloatVector minus2 = FloatVector.fromArray(LANES, b.minus(), c, rest);
            FloatVector times2 = FloatVector.fromArray(LANES, b.times(), c, rest);
            FloatVector plus2 = FloatVector.fromArray(LANES, b.plus(), c, rest);
            for (int at = from + c; at < to; at += channels) {
                FloatVector v = FloatVector.fromArray(LANES, y, at, rest)
                        .sub(minus)
                        .mul(times)
                        .add(plus);
                FloatVector w = FloatVector.fromArray(LANES, more, at, rest)
                        .sub(minus2)
                        .mul(times2)
                        .add(plus2);
                v = v.add(w);
                v.max(least).min(most).intoArray(y, at, rest);
            }
        }
    }
}
