package io.leat.kernels;

import java.util.Arrays;

/**
 * Cuts boxes out of images [images, inH, inW, channels] and resizes them to [boxes, cropH, cropW, channels], by linear
 * interpolation or to the nearest pixel. A box is {@code y1, x1, y2, x2}, where 0 is the centre of the first and 1 that of
 * the last pixel; positions are computed in floats as TensorFlow does.
 *
 * @param nearest whether the nearest pixel is taken
 * @param outside what lies outside of the image
 */
public record CropResize(
        int inH, int inW, int channels, int boxes, int cropH, int cropW, boolean nearest, float outside) {

    /**
     * Fills {@code out}.
     *
     * @param corners four for each box
     * @param image the image of each box, which must exist
     */
    public void run(float[] in, float[] corners, int[] image, float[] out, Parallel parallel) {
        Ranges.run(boxes * cropH, Math.max(1, (1 << 13) / Math.max(1, cropW * channels)), parallel, (first, n) -> {
            for (int row = first; row < first + n; row++) {
                int box = row / cropH;
                float y = position(corners[4 * box], corners[4 * box + 2], row % cropH, inH, cropH);
                for (int j = 0; j < cropW; j++) {
                    float x = position(corners[4 * box + 1], corners[4 * box + 3], j, inW, cropW);
                    int to = (row * cropW + j) * channels;
                    if (!(y >= 0 && y <= inH - 1 && x >= 0 && x <= inW - 1)) {
                        Arrays.fill(out, to, to + channels, outside);
                    } else if (nearest) {
                        int from = pixel(image[box], (int) Math.floor(y + 0.5), (int) Math.floor(x + 0.5));
                        System.arraycopy(in, from, out, to, channels);
                    } else {
                        mix(in, image[box], y, x, out, to);
                    }
                }
            }
        });
    }

    private void mix(float[] in, int image, float y, float x, float[] out, int to) {
        int top = (int) y;
        int left = (int) x;
        int bottom = (int) Math.ceil(y);
        int right = (int) Math.ceil(x);
        float down = y - top;
        float across = x - left;
        int a = pixel(image, top, left);
        int b = pixel(image, top, right);
        int c = pixel(image, bottom, left);
        int d = pixel(image, bottom, right);
        for (int k = 0; k < channels; k++) {
            float upper = in[a + k] + (in[b + k] - in[a + k]) * across;
            float lower = in[c + k] + (in[d + k] - in[c + k]) * across;
            out[to + k] = upper + (lower - upper) * down;
        }
    }

    private int pixel(int image, int y, int x) {
        return ((image * inH + y) * inW + x) * channels;
    }

    private static float position(float from, float to, int i, int in, int crop) {
        return crop > 1 ? from * (in - 1) + i * ((to - from) * (in - 1) / (crop - 1)) : 0.5f * (from + to) * (in - 1);
    }
}
