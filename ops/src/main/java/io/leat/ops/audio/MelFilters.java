package io.leat.ops.audio;

/**
 * Triangular filters that overlap by half and whose centres lie evenly on the mel scale, {@code 1127 ln(1 + f / 700)}, of
 * a power spectrum.
 */
final class MelFilters {
    private static final double LEAST = 1e-12;

    private final int channels;
    private final int start;
    private final int end;
    private final int[] channelBelow;
    private final double[] weights;

    MelFilters(int bins, double rate, int channels, double lower, double upper) {
        this.channels = channels;
        double low = mel(lower);
        double spacing = (mel(upper) - low) / (channels + 1);
        double[] centres = new double[channels + 1];
        for (int i = 0; i <= channels; i++) {
            centres[i] = low + spacing * (i + 1);
        }
        double width = 0.5 * rate / (bins - 1);
        start = (int) (1.5 + lower / width);
        end = Math.min(bins - 1, (int) (upper / width));
        channelBelow = new int[bins];
        weights = new double[bins];
        int channel = 0;
        for (int i = start; i <= end; i++) {
            double m = mel(i * width);
            while (channel < channels && centres[channel] < m) {
                channel++;
            }
            int below = channel - 1;
            channelBelow[i] = below;
            weights[i] = below >= 0
                    ? (centres[below + 1] - m) / (centres[below + 1] - centres[below])
                    : (centres[0] - m) / (centres[0] - low);
        }
    }

    private static double mel(double f) {
        return 1127.0 * Math.log1p(f / 700.0);
    }

    /** The logarithms of the filters' sums of magnitudes, of the squares from {@code at} on. */
    double[] logarithms(float[] squares, int at) {
        double[] out = new double[channels];
        for (int i = start; i <= end; i++) {
            double magnitude = Math.sqrt(squares[at + i]);
            double below = magnitude * weights[i];
            int channel = channelBelow[i];
            if (channel >= 0) {
                out[channel] += below;
            }
            if (channel + 1 < channels) {
                out[channel + 1] += magnitude - below;
            }
        }
        for (int i = 0; i < channels; i++) {
            out[i] = Math.log(Math.max(out[i], LEAST));
        }
        return out;
    }
}
