package io.leat.kernels;

/**
 * Sizes of a 2-D pooling over dense images {@code [batch, inH, inW, channels]} into {@code [batch, outH, outW, channels]}.
 * Output row {@code r} covers the input rows from {@code r * strideH - padTop} on, {@code windowH} of them, as far as they
 * exist; columns likewise. Each window must cover at least one pixel of the image.
 *
 * @param batch images
 * @param inH input rows
 * @param inW input columns
 * @param channels elements of a pixel, of input and output
 * @param windowH rows of a window, at least 1
 * @param windowW columns of a window, at least 1
 * @param strideH rows from one window to the next, at least 1
 * @param strideW columns from one window to the next, at least 1
 * @param padTop rows of padding above the image
 * @param padLeft columns of padding left of the image
 * @param outH output rows
 * @param outW output columns
 */
public record PoolShape(
        int batch,
        int inH,
        int inW,
        int channels,
        int windowH,
        int windowW,
        int strideH,
        int strideW,
        int padTop,
        int padLeft,
        int outH,
        int outW) {
    /** Window elements that a part of a parallel loop reads at least. */
    private static final long PART = 1 << 15;

    /** Elements of one input row. */
    int inRow() {
        return inW * channels;
    }

    /** Elements of one input image. */
    int inImage() {
        return inH * inW * channels;
    }

    /** Elements of one output row. */
    int outRow() {
        return outW * channels;
    }

    /** Elements of one output image. */
    int outImage() {
        return outH * outW * channels;
    }

    /** Output rows of all images. */
    int outRows() {
        return batch * outH;
    }

    /** First input row of output row {@code r}. */
    int firstH(int r) {
        return Math.max(r * strideH - padTop, 0);
    }

    /** End of the input rows of output row {@code r}. */
    int endH(int r) {
        return Math.min(r * strideH - padTop + windowH, inH);
    }

    /** First input column of output column {@code x}. */
    int firstW(int x) {
        return Math.max(x * strideW - padLeft, 0);
    }

    /** End of the input columns of output column {@code x}. */
    int endW(int x) {
        return Math.min(x * strideW - padLeft + windowW, inW);
    }

    /**
     * Writes where the pixels of a window begin, in their order, when the image begins at {@code image}.
     *
     * @return how many they are
     */
    int pixels(int r, int x, int image, int[] starts) {
        int count = 0;
        for (int h = firstH(r); h < endH(r); h++) {
            for (int w = firstW(x); w < endW(x); w++) {
                starts[count++] = image + (h * inW + w) * channels;
            }
        }
        return count;
    }

    /**
     * The output columns from here to {@link #endInner} have neighbouring windows of full width, so that all are one run of
     * elements; empty where windows move by more than a pixel.
     */
    int firstInner() {
        return strideW == 1 ? Math.min(padLeft, outW) : 0;
    }

    /** See {@link #firstInner}. */
    int endInner() {
        return strideW == 1 ? Math.clamp(inW - windowW + padLeft + 1L, firstInner(), outW) : 0;
    }

    /** How many output rows one part of a parallel loop takes, so that parts are neither tiny nor few. */
    int rowsPerPart() {
        long work = (long) outRow() * windowH * windowW;
        return Math.clamp(PART / Math.max(work, 1), 1, Math.max(outH, 1));
    }
}
