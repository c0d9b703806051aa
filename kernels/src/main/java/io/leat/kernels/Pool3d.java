package io.leat.kernels;

import java.util.Arrays;

/**
 * Pooling of volumes [batch, depth, height, width, channels]: maxima and means of windows, padding not counted, and their
 * gradients. All arrays are dense; results are overwritten.
 *
 * @param place where the windows lie; each must cover at least one pixel
 * @param channels of input and output
 */
public record Pool3d(Windows3d place, int channels) {
    /** The largest element of each window; NaNs are passed over, and without others the least finite number is given. */
    public void max(float[] in, float[] out, Parallel parallel) {
        windows(parallel, (image, o, to) -> {
            Arrays.fill(out, to, to + channels, -Float.MAX_VALUE);
            place.forEach(o, (pixel, k) -> {
                int from = (image * place.inPixels() + pixel) * channels;
                for (int c = 0; c < channels; c++) {
                    float x = in[from + c];
                    out[to + c] = x > out[to + c] ? x : out[to + c];
                }
            });
        });
    }

    /** The gradient of the input of {@link #max}, whose results are {@code maxima}: it goes to every element equal to one. */
    public void maxGradient(float[] in, float[] maxima, float[] grad, float[] inGrad, Parallel parallel) {
        int volume = place.inPixels() * channels;
        parallel.run(place.batch(), image -> {
            Arrays.fill(inGrad, image * volume, (image + 1) * volume, 0);
            for (int o = 0; o < place.outPixels(); o++) {
                int from = (image * place.outPixels() + o) * channels;
                place.forEach(o, (pixel, k) -> {
                    int to = image * volume + pixel * channels;
                    for (int c = 0; c < channels; c++) {
                        inGrad[to + c] += in[to + c] == maxima[from + c] ? grad[from + c] : 0;
                    }
                });
            }
        });
    }

    /** The mean of each window. */
    public void average(float[] in, float[] out, Parallel parallel) {
        windows(parallel, (image, o, to) -> {
            Arrays.fill(out, to, to + channels, 0);
            int[] count = new int[1];
            place.forEach(o, (pixel, k) -> {
                int from = (image * place.inPixels() + pixel) * channels;
                count[0]++;
                for (int c = 0; c < channels; c++) {
                    out[to + c] += in[from + c];
                }
            });
            for (int c = 0; c < channels; c++) {
                out[to + c] /= count[0];
            }
        });
    }

    /** The gradient of the input of {@link #average}. */
    public void averageGradient(float[] grad, float[] inGrad, Parallel parallel) {
        int volume = place.inPixels() * channels;
        parallel.run(place.batch(), image -> {
            Arrays.fill(inGrad, image * volume, (image + 1) * volume, 0);
            int[] count = new int[1];
            for (int o = 0; o < place.outPixels(); o++) {
                int from = (image * place.outPixels() + o) * channels;
                count[0] = 0;
                place.forEach(o, (pixel, k) -> count[0]++);
                place.forEach(o, (pixel, k) -> {
                    int to = image * volume + pixel * channels;
                    for (int c = 0; c < channels; c++) {
                        inGrad[to + c] += grad[from + c] / count[0];
                    }
                });
            }
        });
    }

    private interface Window {
        /** Window {@code o} of a volume, whose results begin at {@code to}. */
        void run(int image, int o, int to);
    }

    private void windows(Parallel parallel, Window window) {
        int pixels = place.outPixels();
        int work = Math.max(1, place.windowSize() * channels);
        Ranges.run(place.batch() * pixels, Math.max(1, (1 << 15) / work), parallel, (first, n) -> {
            for (int i = first; i < first + n; i++) {
                window.run(i / pixels, i % pixels, i * channels);
            }
        });
    }
}
