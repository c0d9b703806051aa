package io.leat.kernels;

import java.util.Arrays;

/**
 * Replaces each element y of channel c by {@code min(max((y - minus[c]) * times[c] + plus[c], least), most)}: what a bias or a batch
 * normalisation with given statistics and a rectifier do. The results are rows of {@code channels} elements.
 */
record FloatChannelClamp(float[] y, int channels, float[] minus, float[] times, float[] plus, float least, float most)
        implements Finish {

    private static final int EXERCISED = 48;

    /** Elements after which the vector forms are worth compiling; the compiler vectorises much of the scalar ones. */
    static final long PAYS = 1L << 24;

    private static final VectorForm AFFINE = VectorForm.floats(
            PAYS, (x, y, z, n) -> FloatVectorChannels.affine(z, 1, 1 + whole(n), EXERCISED, exercised(x, y, z)));

    /** One to exercise vector forms with. */
    static FloatChannelClamp exercised(float[] x, float[] y, float[] z) {
        return new FloatChannelClamp(z, EXERCISED, x, y, x, -1, 1);
    }

    /** {@code n} elements in whole rows of {@link #exercised}. */
    static int whole(int n) {
        return n / EXERCISED * EXERCISED;
    }

    /** One that changes nothing, not even a sign of zero; for kernels that apply it by themselves. */
    static FloatChannelClamp identity(float[] y, int channels, Scratch work) {
        float[] minus = work.floats(Scratch.RIGHT, channels);
        float[] times = work.floats(Scratch.SUMS, channels);
        float[] plus = work.floats(Scratch.TILE, channels);
        Arrays.fill(minus, 0, channels, 0f);
        Arrays.fill(times, 0, channels, 1f);
        Arrays.fill(plus, 0, channels, -0f);
        return new FloatChannelClamp(y, channels, minus, times, plus, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
    }

    @Override
    public void range(int from, int to) {
        if (AFFINE.ready(to - from)) {
            FloatVectorChannels.affine(y, from, to, channels, this);
            return;
        }
        for (int at = from; at < to; at += channels) {
            for (int c = 0; c < channels; c++) {
                y[at + c] = clamp(affine(y[at + c], c));
            }
        }
    }

    float affine(float x, int c) {
        return (x - minus[c]) * times[c] + plus[c];
    }

    float clamp(float x) {
        return Math.min(Math.max(x, least), most);
    }
}
