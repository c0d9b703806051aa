package io.leat.kernels;

/**
 * The sizes of a two-dimensional convolution. The input is {@code [batch, inH, inW, inC]}, the filter
 * {@code [kernelH, kernelW, inC / groups, outC]}, the output {@code [batch, outH, outW, outC]}, all stored in this order
 * without gaps. Output pixel (y, x) sees the input pixels
 * {@code (y * strideH + i * dilationH - padTop, x * strideW + j * dilationW - padLeft)} for {@code i < kernelH} and
 * {@code j < kernelW}; those outside the input count as zeros. With several groups, the channels of input and output
 * are cut into as many equal parts, and each part of the output sees its part of the input alone; a depthwise
 * convolution is one with {@code inC} groups.
 *
 * @param padTop rows before the input, may be negative; those behind it follow from {@code outH}
 */
public record ConvShape(
        int batch,
        int inH,
        int inW,
        int inC,
        int kernelH,
        int kernelW,
        int outC,
        int strideH,
        int strideW,
        int dilationH,
        int dilationW,
        int padTop,
        int padLeft,
        int outH,
        int outW,
        int groups) {

    /**
     * @throws IllegalArgumentException if a size is negative, a stride, dilation or the number of groups is not positive
     *     or does not divide the channels, or a tensor has more than {@code Integer.MAX_VALUE} elements
     */
    public ConvShape {
        boolean sizes = batch >= 0 && inH >= 0 && inW >= 0 && inC >= 0 && kernelH >= 0 && kernelW >= 0 && outC >= 0;
        boolean steps = strideH > 0 && strideW > 0 && dilationH > 0 && dilationW > 0;
        if (!sizes || outH < 0 || outW < 0 || !steps || groups <= 0) {
            throw new IllegalArgumentException("Negative size or no stride in "
                    + describe(
                            batch, inH, inW, inC, kernelH, kernelW, outC, strideH, strideW, dilationH, dilationW,
                            groups));
        }
        if (inC % groups != 0 || outC % groups != 0) {
            throw new IllegalArgumentException(
                    groups + " groups divide not both " + inC + " input and " + outC + " output channels");
        }
        try {
            Math.multiplyExact(Math.multiplyExact(batch, inH), Math.multiplyExact(inW, inC));
            Math.multiplyExact(Math.multiplyExact(batch, outH), Math.multiplyExact(outW, outC));
            Math.multiplyExact(Math.multiplyExact(kernelH, kernelW), Math.multiplyExact(inC / groups, outC));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("A tensor of the convolution has too many elements", e);
        }
    }

    /** A convolution with one group. */
    public ConvShape(
            int batch,
            int inH,
            int inW,
            int inC,
            int kernelH,
            int kernelW,
            int outC,
            int strideH,
            int strideW,
            int dilationH,
            int dilationW,
            int padTop,
            int padLeft,
            int outH,
            int outW) {
        this(
                batch, inH, inW, inC, kernelH, kernelW, outC, strideH, strideW, dilationH, dilationW, padTop, padLeft,
                outH, outW, 1);
    }

    /** The same convolution of another number of images. */
    public ConvShape withBatch(int images) {
        return new ConvShape(
                images, inH, inW, inC, kernelH, kernelW, outC, strideH, strideW, dilationH, dilationW, padTop, padLeft,
                outH, outW, groups);
    }

    /** The number of channels of the filter's third dimension. */
    public int filterC() {
        return inC / groups;
    }

    /** The number of elements of the input. */
    public int inputSize() {
        return batch * inH * inW * inC;
    }

    /** The number of elements of the filter. */
    public int filterSize() {
        return kernelH * kernelW * filterC() * outC;
    }

    /** The number of elements of the output. */
    public int outputSize() {
        return batch * outH * outW * outC;
    }

    /** True for a product of matrices: each output pixel sees the input pixel of the same index. */
    boolean pointwise() {
        return kernelH == 1
                && kernelW == 1
                && strideH == 1
                && strideW == 1
                && padTop == 0
                && padLeft == 0
                && outH == inH
                && outW == inW
                && groups == 1;
    }

    private static String describe(int... sizes) {
        return java.util.Arrays.toString(sizes);
    }
}
