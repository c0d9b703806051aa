package io.leat.kernels;

import java.util.Arrays;

/**
 * Replaces each element y of channel c by {@code min(max((y - minus[c]) * times[c] + plus[c], least), most)}: what a bias or a batch
 * normalisation with given statistics and a rectifier do. The results are rows of {@code channels} elements. Exists in
 * the vector form alone.
 */
record FloatChannelClamp(float[] y, int channels, float[] minus, float[] times, float[] plus, float least, float most)
        implements Finish {

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
        FloatVectorChannels.affine(y, from, to, channels, this);
    }
}
