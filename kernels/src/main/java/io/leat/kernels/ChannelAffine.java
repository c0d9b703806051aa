package io.leat.kernels;

/**
 * {@code (x - minus[c]) * times[c] + plus[c]} for the elements of channel c: what a bias or a batch normalisation with
 * given statistics does. The arrays have an element for each channel.
 */
public record ChannelAffine(float[] minus, float[] times, float[] plus) {
    /**
     * A {@link Finish} that replaces each element y of rows of {@code channels} elements by
     * {@code min(max(affine(y), least), most)}. Exists in the vector form alone.
     */
    public Finish finish(float[] y, int channels, float least, float most) {
        return clamp(y, channels, least, most);
    }

    /** The same with {@code min(max(affine(y) + more, least), most)}; {@code more} has the size of y. */
    public Finish finish(float[] y, int channels, float[] more, float least, float most) {
        FloatChannelClamp clamp = clamp(y, channels, least, most);
        return (from, to) -> FloatVectorChannels.affinePlus(y, from, to, channels, clamp, more);
    }

    /** The same with {@code min(max(affine(y) + affineOfMore(more), least), most)}. */
    public Finish finish(float[] y, int channels, float[] more, ChannelAffine affineOfMore, float least, float most) {
        FloatChannelClamp clamp = clamp(y, channels, least, most);
        FloatChannelClamp ofMore = affineOfMore.clamp(more, channels, least, most);
        return (from, to) -> FloatVectorChannels.affinePlusAffine(y, from, to, channels, clamp, more, ofMore);
    }

    private FloatChannelClamp clamp(float[] y, int channels, float least, float most) {
        return new FloatChannelClamp(y, channels, minus, times, plus, least, most);
    }
}
