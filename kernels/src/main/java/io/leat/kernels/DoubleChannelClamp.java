// Generated from FloatChannelClamp.java by TwinsTest: change that file.
package io.leat.kernels;

import java.util.Arrays;

/**
 * Replaces each element y of channel c by {@code min(max((y - minus[c]) * times[c] + plus[c], least), most)}: what a bias or a batch
 * normalisation with given statistics and a rectifier do. The results are rows of {@code channels} elements. Exists in
 * the vector form alone.
 */
record DoubleChannelClamp(
        double[] y, int channels, double[] minus, double[] times, double[] plus, double least, double most)
        implements Finish {

    /** One that changes nothing, not even a sign of zero; for kernels that apply it by themselves. */
    static DoubleChannelClamp identity(double[] y, int channels, Scratch work) {
        double[] minus = work.doubles(Scratch.RIGHT, channels);
        double[] times = work.doubles(Scratch.SUMS, channels);
        double[] plus = work.doubles(Scratch.TILE, channels);
        Arrays.fill(minus, 0, channels, 0d);
        Arrays.fill(times, 0, channels, 1f);
        Arrays.fill(plus, 0, channels, -0d);
        return new DoubleChannelClamp(
                y, channels, minus, times, plus, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Override
    public void range(int from, int to) {
        DoubleVectorChannels.affine(y, from, to, channels, this);
    }
}
