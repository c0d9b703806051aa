package io.leat.kernels;

/**
 * One dimension of a convolution, read in either direction. Position u of the target, which is its row (or column)
 * {@code targetFirst + u * targetStep}, is a sum over {@code taps} rows of the source, of which number i is row
 * {@code u * stride + first + i * step} and is multiplied by row {@code kernelFirst + i * kernelStep} of the filter.
 *
 * @param source the number of rows of the source; those below 0 and from there on are zeros
 * @param positions the number of positions
 */
record ConvAxis(
        int source,
        int positions,
        int stride,
        int first,
        int taps,
        int step,
        int kernelFirst,
        int kernelStep,
        int targetFirst,
        int targetStep) {

    /** From the input to the output. */
    static ConvAxis forward(int in, int kernel, int stride, int dilation, int pad, int out) {
        return new ConvAxis(in, out, stride, -pad, kernel, dilation, 0, 1, 0, 1);
    }

    /**
     * From the output's gradient to every {@code stride}-th row of the input's gradient, beginning with row
     * {@code phase < stride}. Input row r gets what the output rows {@code (r + pad - k * dilation) / stride} got from
     * it, for those k for which this is a whole number.
     */
    static ConvAxis backward(int in, int kernel, int stride, int dilation, int pad, int out, int phase) {
        int divisor = gcd(stride, dilation);
        int kernelStep = stride / divisor;
        int taps = 0;
        int last = 0;
        for (int k = 0; k < kernel; k++) {
            if (Math.floorMod(phase + pad - k * dilation, stride) == 0) {
                taps++;
                last = k;
            }
        }
        int first = Math.floorDiv(phase + pad - last * dilation, stride);
        int positions = phase < in ? (in - phase + stride - 1) / stride : 0;
        return new ConvAxis(out, positions, 1, first, taps, dilation / divisor, last, -kernelStep, phase, stride);
    }

    /** The number of rows of the source between the first and the last that {@code count} positions see. */
    int span(int count) {
        return (count - 1) * stride + (taps - 1) * step + 1;
    }

    /** True if no position sees a row outside the source. */
    boolean inside() {
        return first >= 0 && first + span(positions) <= source;
    }

    int kernel(int tap) {
        return kernelFirst + tap * kernelStep;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
