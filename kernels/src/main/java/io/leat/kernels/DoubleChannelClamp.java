// Generated from FloatChannelClamp.java by TwinsTest: change that file.
package io.leat.kernels;

import java.util.Arrays;

/**
 * Replaces each element y of channel c by {@code min(max((y - minus[c]) * times[c] + plus[c], least), most)}: what a bias or a batch
 * normalisation with given statistics and a rectifier do. The results are rows of {@code channels} elements.
 */
record DoubleChannelClamp(
        double[] y, int channels, double[] minus, double[] times, double[] plus, double least, double most)
        implements Finish {

    private static final int EXERCISED = 48;

    /** Elements after which the vector forms are worth compiling; the compiler vectorises much of the scalar ones. */
    static final long PAYS = 1L << 24;

    private static final VectorForm AFFINE = VectorForm.doubles(
            PAYS, (x, y, z, n) -> DoubleVectorChannels.affine(z, 1, 1 + whole(n), EXERCISED, exercised(x, y, z)));

    /** One to exercise vector forms with. */
    static DoubleChannelClamp exercised(double[] x, double[] y, double[] z) {
        return new DoubleChannelClamp(z, EXERCISED, x, y, x, -1, 1);
    }

    /** {@code n} elements in whole rows of {@link #exercised}. */
    static int whole(int n) {
        return n / EXERCISED * EXERCISED;
    }

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
        if (AFFINE.ready(to - from)) {
            DoubleVectorChannels.affine(y, from, to, channels, this);
            return;
        }
        for (int at = from; at < to; at += channels) {
            for (int c = 0; c < channels; c++) {
                y[at + c] = clamp(affine(y[at + c], c));
            }
        }
    }

    double affine(double x, int c) {
        return (x - minus[c]) * times[c] + plus[c];
    }

    double clamp(double x) {
        return Math.min(Math.max(x, least), most);
    }
}
