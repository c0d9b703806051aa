package io.leat.kernels;

import java.util.Arrays;

/**
 * Resizes images {@code [batch, inH, inW, channels]} to {@code [batch, outH, outW, channels]} with the arithmetic of
 * TensorFlow's CPU kernels, bit by bit.
 *
 * @param batch images
 * @param inH rows of the originals, at least 1
 * @param inW columns of the originals, at least 1
 * @param channels elements of a pixel
 * @param outH rows of the resized images, at least 1
 * @param outW columns of the resized images, at least 1
 * @param alignCorners whether the centres of the corner pixels coincide, instead of their edges
 * @param halfPixelCenters whether pixels are sampled at their centres; not with {@code alignCorners}
 */
public record Resize(
        int batch, int inH, int inW, int channels, int outH, int outW, boolean alignCorners, boolean halfPixelCenters) {
    /** Elements of one part of a parallel loop. */
    private static final int PART = 1 << 15;

    private ResizeAxis rows() {
        return new ResizeAxis(inH, outH, alignCorners, halfPixelCenters);
    }

    private ResizeAxis columns() {
        return new ResizeAxis(inW, outW, alignCorners, halfPixelCenters);
    }

    /** {@code ResizeBilinear}: interpolates between columns, then between rows. */
    public void bilinear(float[] in, int inOffset, float[] out, int outOffset, Parallel parallel) {
        int outRow = outW * channels;
        int[] top = rows().lower();
        int[] bottom = rows().upper();
        float[] weights = rows().weights();
        ResizeLines lines = new ResizeLines(columns(), channels);
        Ranges.run(batch * outH, Math.max(PART / Math.max(outRow, 1), 1), parallel, (first, n) -> {
            ResizeLines.Cache cache = lines.cache(in);
            for (int row = first; row < first + n; row++) {
                int y = row % outH;
                int image = inOffset + row / outH * inH * inW * channels;
                float[] upper = cache.line(image + top[y] * inW * channels);
                float[] lower = cache.line(image + bottom[y] * inW * channels);
                float weight = weights[y];
                FloatSpans.interpolate(upper, 0, lower, 0, weight, outRow, out, outOffset + row * outRow);
            }
        });
    }

    /**
     * {@code ResizeBilinearGrad}: spreads the gradient of the resized images over the pixels of the originals.
     *
     * @param grad {@code [batch, outH, outW, channels]}
     * @param inGrad receives {@code [batch, inH, inW, channels]}
     */
    public void bilinearGradient(float[] grad, int gradOffset, float[] inGrad, int inGradOffset, Parallel parallel) {
        int inRow = inW * channels;
        int[] top = rows().lower();
        int[] bottom = rows().upper();
        float[] weights = rows().weights();
        int[] left = columns().lower();
        int[] right = columns().upper();
        float[] across = columns().weights();
        Ranges.run(batch * inH, Math.max(PART / Math.max(inRow, 1), 1), parallel, (first, n) -> {
            for (int row = first; row < first + n; row++) {
                int to = inGradOffset + row * inRow;
                int from = gradOffset + row / inH * outH * outW * channels;
                int h = row % inH;
                Arrays.fill(inGrad, to, to + inRow, 0);
                // Resized rows are in order, so the ones that touch this row stand together.
                int y = firstAtLeast(bottom, h);
                for (; y < outH && top[y] <= h; y++) {
                    for (int x = 0; x < outW; x++) {
                        int at = from + (y * outW + x) * channels;
                        int a = to + left[x] * channels;
                        int b = to + right[x] * channels;
                        if (top[y] == h) {
                            spread(grad, at, 1 - weights[y], across[x], inGrad, a, b);
                        }
                        if (bottom[y] == h) {
                            spread(grad, at, weights[y], across[x], inGrad, a, b);
                        }
                    }
                }
            }
        });
    }

    /** Adds one pixel's gradient to the pixels at {@code left} and {@code right}. */
    private void spread(float[] grad, int at, float down, float across, float[] inGrad, int left, int right) {
        if (channels < 8) {
            FloatSpans.scalarAddScaled(grad, at, down, 1 - across, channels, inGrad, left);
            FloatSpans.scalarAddScaled(grad, at, down, across, channels, inGrad, right);
        } else {
            FloatSpans.addScaled(grad, at, down, 1 - across, channels, inGrad, left);
            FloatSpans.addScaled(grad, at, down, across, channels, inGrad, right);
        }
    }

    private static int firstAtLeast(int[] ascending, int value) {
        int i = 0;
        while (i < ascending.length && ascending[i] < value) {
            i++;
        }
        return i;
    }

    /** {@code ResizeNearestNeighbor} of arrays of any kind, both of the same. */
    public void nearest(Object in, int inOffset, Object out, int outOffset, Parallel parallel) {
        int[] pixels = nearestPixels();
        Gather.rows(in, inOffset, batch, inH * inW, channels, pixels, 0, pixels.length, out, outOffset, parallel);
    }

    /**
     * {@code ResizeNearestNeighborGrad}: adds the gradient of each resized pixel to the pixel it was copied from.
     *
     * @param grad {@code [batch, outH, outW, channels]}
     * @param inGrad receives {@code [batch, inH, inW, channels]}
     */
    public void nearestGradient(float[] grad, int gradOffset, float[] inGrad, int inGradOffset, Parallel parallel) {
        int[] pixels = nearestPixels();
        int image = inH * inW * channels;
        Arrays.fill(inGrad, inGradOffset, inGradOffset + batch * image, 0);
        parallel.run(
                batch,
                b -> FloatScatterRows.run(
                        ScatterOp.ADD,
                        inGrad,
                        inGradOffset + b * image,
                        inH * inW,
                        channels,
                        pixels,
                        0,
                        pixels.length,
                        grad,
                        gradOffset + b * pixels.length * channels,
                        channels,
                        Parallel.SERIAL));
    }

    /** The original pixel of each resized pixel of an image. */
    private int[] nearestPixels() {
        int[] down = rows().nearest();
        int[] across = columns().nearest();
        int[] pixels = new int[outH * outW];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = down[i / outW] * inW + across[i % outW];
        }
        return pixels;
    }
}
