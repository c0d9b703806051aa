package io.leat.kernels;

/**
 * {@code (x - minus[c]) * times[c] + plus[c]} for the elements of channel c: what a bias or a batch normalisation with
 * given statistics does. The arrays have an element for each channel.
 */
public record ChannelAffine(float[] minus, float[] times, float[] plus) {
    private static final int EXERCISED = 48;

    /** Elements after which the vector forms are worth compiling; the compiler vectorises much of the scalar ones. */
    private static final long PAYS = 1L << 24;

    private static final VectorForm AFFINE = new VectorForm(
            PAYS,
            (x, y, z, n) ->
                    FloatVectorChannels.affine(z, 1, 1 + whole(n), EXERCISED, new ChannelAffine(x, y, x), -1, 1));
    private static final VectorForm PLUS = new VectorForm(
            PAYS,
            (x, y, z, n) -> FloatVectorChannels.affinePlus(
                    z, 1, 1 + whole(n), EXERCISED, new ChannelAffine(x, y, x), y, -1, 1));
    private static final VectorForm PLUS_AFFINE = new VectorForm(PAYS, (x, y, z, n) -> {
        ChannelAffine a = new ChannelAffine(x, y, x);
        FloatVectorChannels.affinePlusAffine(z, 1, 1 + whole(n), EXERCISED, a, y, a, -1, 1);
    });

    private static int whole(int n) {
        return n / EXERCISED * EXERCISED;
    }

    /**
     * A {@link Finish} that replaces each element y of rows of {@code channels} elements by
     * {@code min(max(affine(y), least), most)}.
     */
    public Finish finish(float[] y, int channels, float least, float most) {
        return (from, to) -> {
            if (AFFINE.ready(to - from)) {
                FloatVectorChannels.affine(y, from, to, channels, this, least, most);
            } else {
                for (int at = from; at < to; at += channels) {
                    for (int c = 0; c < channels; c++) {
                        y[at + c] = Math.min(Math.max(of(y[at + c], c), least), most);
                    }
                }
            }
        };
    }

    /** The same with {@code min(max(affine(y) + more, least), most)}; {@code more} has the size of y. */
    public Finish finish(float[] y, int channels, float[] more, float least, float most) {
        return (from, to) -> {
            if (PLUS.ready(to - from)) {
                FloatVectorChannels.affinePlus(y, from, to, channels, this, more, least, most);
            } else {
                for (int at = from; at < to; at += channels) {
                    for (int c = 0; c < channels; c++) {
                        float sum = of(y[at + c], c) + more[at + c];
                        y[at + c] = Math.min(Math.max(sum, least), most);
                    }
                }
            }
        };
    }

    /** The same with {@code min(max(affine(y) + affineOfMore(more), least), most)}. */
    public Finish finish(float[] y, int channels, float[] more, ChannelAffine affineOfMore, float least, float most) {
        return (from, to) -> {
            if (PLUS_AFFINE.ready(to - from)) {
                FloatVectorChannels.affinePlusAffine(y, from, to, channels, this, more, affineOfMore, least, most);
            } else {
                for (int at = from; at < to; at += channels) {
                    for (int c = 0; c < channels; c++) {
                        float sum = of(y[at + c], c) + affineOfMore.of(more[at + c], c);
                        y[at + c] = Math.min(Math.max(sum, least), most);
                    }
                }
            }
        };
    }

    private float of(float x, int c) {
        return (x - minus[c]) * times[c] + plus[c];
    }
}
