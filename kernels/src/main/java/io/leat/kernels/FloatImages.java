package io.leat.kernels;

/** {@code count} of the channels, from {@code first} on, of images stored pixel by pixel without gaps. */
record FloatImages(float[] data, int offset, int h, int w, int channels, int first, int count) {

    /** Where the channels of a pixel begin. */
    int at(int image, int y, int x) {
        return offset + ((image * h + y) * w + x) * channels + first;
    }

    /** Where the channels of position {@code x} of a line begin, whose number goes on over all images. */
    int at(ConvAxis ys, ConvAxis xs, int line, int x) {
        int y = ys.targetFirst() + line % ys.positions() * ys.targetStep();
        return at(line / ys.positions(), y, xs.targetFirst() + x * xs.targetStep());
    }

    /**
     * Copies a row of pixels, {@code step} apart, zeros where they lie outside the image.
     *
     * @param x the first column, may lie outside
     * @return {@code outOffset + pixels * count}
     */
    int copyRow(int image, int y, int x, int step, int pixels, float[] out, int outOffset) {
        int end = outOffset + pixels * count;
        if (y < 0 || y >= h) {
            java.util.Arrays.fill(out, outOffset, end, 0f);
            return end;
        }
        int before = x < 0 ? Math.min(pixels, (step - 1 - x) / step) : 0;
        int inside = x < w ? Math.min(pixels, (w - x + step - 1) / step) : 0;
        int from = outOffset + before * count;
        int to = outOffset + Math.max(before, inside) * count;
        clear(out, outOffset, from);
        if (step == 1 && count == channels) {
            copy(data, at(image, y, x + before), out, from, to - from);
        } else {
            int pixel = at(image, y, x + before * step);
            for (int i = from; i < to; i += count) {
                copy(data, pixel, out, i, count);
                pixel += step * channels;
            }
        }
        clear(out, to, end);
        return end;
    }

    private static void copy(float[] x, int from, float[] out, int to, int count) {
        if (count < 32) {
            for (int i = 0; i < count; i++) {
                out[to + i] = x[from + i];
            }
        } else {
            System.arraycopy(x, from, out, to, count);
        }
    }

    private static void clear(float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = 0f;
        }
    }
}
