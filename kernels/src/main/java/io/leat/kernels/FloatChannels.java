package io.leat.kernels;

import java.util.Arrays;

/**
 * Copies of parts of images in which the channels fill whole vectors, for depthwise convolutions. Channel c of the copy
 * is channel {@code first + c * step} of the image, or, with {@code repeat} above 1, channel {@code c / repeat}; the
 * channels from {@code count} on are zero.
 */
record FloatChannels(int count, int first, int step, int repeat) {
    private static final int WIDTH = VectorSupport.floatLanes();

    /** The number of channels of the copy. */
    int channels() {
        return (count + WIDTH - 1) / WIDTH * WIDTH;
    }

    /** True if the copy of a pixel would be the pixel. */
    boolean same(int imageChannels) {
        return repeat == 1 && step == 1 && count == imageChannels && channels() == count;
    }

    /** Copies {@code pixels} consecutive pixels of a row, zeros where they lie outside the image. */
    void copyRow(FloatImages images, int image, int y, int x, int pixels, float[] out, int outOffset) {
        int channels = channels();
        if (same(images.channels())) {
            var _ = images.copyRow(image, y, x, 1, pixels, out, outOffset);
            return;
        }
        for (int u = 0; u < pixels; u++) {
            int to = outOffset + u * channels;
            if (y < 0 || y >= images.h() || x + u < 0 || x + u >= images.w()) {
                Arrays.fill(out, to, to + channels, 0f);
            } else {
                copy(images.data(), images.at(image, y, x + u), out, to);
            }
        }
    }

    /** Copies one pixel, or the weights of one tap. */
    void copy(float[] x, int at, float[] out, int to) {
        if (repeat > 1) {
            for (int c = 0; c < count; c++) {
                out[to + c] = x[at + first + c / repeat];
            }
        } else if (step == 1) {
            System.arraycopy(x, at + first, out, to, count);
        } else {
            for (int c = 0; c < count; c++) {
                out[to + c] = x[at + first + c * step];
            }
        }
        Arrays.fill(out, to + count, to + channels(), 0f);
    }
}
