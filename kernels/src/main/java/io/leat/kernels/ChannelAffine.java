package io.leat.kernels;

/**
 * {@code (x - minus[c]) * times[c] + plus[c]} for the elements of channel c: what a bias or a batch normalisation with
 * given statistics does. The arrays have an element for each channel.
 */
public record ChannelAffine(float[] minus, float[] times, float[] plus) {
    private static final VectorForm PLUS = new VectorForm(FloatChannelClamp.PAYS, (x, y, z, n) -> {
        FloatChannelClamp a = FloatChannelClamp.exercised(x, y, z);
        FloatVectorChannels.affinePlus(z, 1, 1 + FloatChannelClamp.whole(n), a.channels(), a, y);
    });
    private static final VectorForm PLUS_AFFINE = new VectorForm(FloatChannelClamp.PAYS, (x, y, z, n) -> {
        FloatChannelClamp a = FloatChannelClamp.exercised(x, y, z);
        FloatVectorChannels.affinePlusAffine(z, 1, 1 + FloatChannelClamp.whole(n), a.channels(), a, y, a);
    });

    /**
     * A {@link Finish} that replaces each element y of rows of {@code channels} elements by
     * {@code min(max(affine(y), least), most)}.
     */
    public Finish finish(float[] y, int channels, float least, float most) {
        return clamp(y, channels, least, most);
    }

    /** The same with {@code min(max(affine(y) + more, least), most)}; {@code more} has the size of y. */
    public Finish finish(float[] y, int channels, float[] more, float least, float most) {
        FloatChannelClamp clamp = clamp(y, channels, least, most);
        return (from, to) -> {
            if (PLUS.ready(to - from)) {
                FloatVectorChannels.affinePlus(y, from, to, channels, clamp, more);
            } else {
                for (int at = from; at < to; at += channels) {
                    for (int c = 0; c < channels; c++) {
                        y[at + c] = clamp.clamp(clamp.affine(y[at + c], c) + more[at + c]);
                    }
                }
            }
        };
    }

    /** The same with {@code min(max(affine(y) + affineOfMore(more), least), most)}. */
    public Finish finish(float[] y, int channels, float[] more, ChannelAffine affineOfMore, float least, float most) {
        FloatChannelClamp clamp = clamp(y, channels, least, most);
        FloatChannelClamp ofMore = affineOfMore.clamp(more, channels, least, most);
        return (from, to) -> {
            if (PLUS_AFFINE.ready(to - from)) {
                FloatVectorChannels.affinePlusAffine(y, from, to, channels, clamp, more, ofMore);
            } else {
                for (int at = from; at < to; at += channels) {
                    for (int c = 0; c < channels; c++) {
                        float sum = clamp.affine(y[at + c], c) + ofMore.affine(more[at + c], c);
                        y[at + c] = clamp.clamp(sum);
                    }
                }
            }
        };
    }

    private FloatChannelClamp clamp(float[] y, int channels, float least, float most) {
        return new FloatChannelClamp(y, channels, minus, times, plus, least, most);
    }
}
