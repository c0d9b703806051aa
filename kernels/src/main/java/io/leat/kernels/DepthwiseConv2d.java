package io.leat.kernels;

/**
 * Two-dimensional depthwise convolutions, those of {@link ConvShape} whose groups are as many as the input's channels,
 * and their gradients. Their filter is {@code [kernelH, kernelW, inC, multiplier]}, and channel c of the input goes to
 * the channels from {@code c * multiplier} on of the output. Results are overwritten, and must not overlap the operands.
 * They do not depend on the number of threads.
 */
public final class DepthwiseConv2d {
    private DepthwiseConv2d() {}

    /** The output: {@code out[b, y, x, c * multiplier + m] = Σ in[b, y', x', c] * filter[i, j, c, m]}. */
    public static void forward(
            ConvShape shape,
            float[] in,
            int inOffset,
            float[] filter,
            int filterOffset,
            float[] out,
            int outOffset,
            Parallel parallel) {
        forward(shape, in, inOffset, filter, filterOffset, out, outOffset, Finish.NOTHING, parallel);
    }

    /** As above, and tells {@code finish} which pixels of the output are final. */
    public static void forward(
            ConvShape shape,
            float[] in,
            int inOffset,
            float[] filter,
            int filterOffset,
            float[] out,
            int outOffset,
            Finish finish,
            Parallel parallel) {
        requireDepthwise(shape);
        FloatDepthwise.forward(shape, in, inOffset, filter, filterOffset, out, outOffset, finish, parallel);
    }

    /** The output, in {@code double}. */
    public static void forward(
            ConvShape shape,
            double[] in,
            int inOffset,
            double[] filter,
            int filterOffset,
            double[] out,
            int outOffset,
            Parallel parallel) {
        forward(shape, in, inOffset, filter, filterOffset, out, outOffset, Finish.NOTHING, parallel);
    }

    /** As above, and tells {@code finish} which pixels of the output are final. */
    public static void forward(
            ConvShape shape,
            double[] in,
            int inOffset,
            double[] filter,
            int filterOffset,
            double[] out,
            int outOffset,
            Finish finish,
            Parallel parallel) {
        requireDepthwise(shape);
        DoubleDepthwise.forward(shape, in, inOffset, filter, filterOffset, out, outOffset, finish, parallel);
    }

    /** The gradient with respect to the input, from the filter and the gradient with respect to the output. */
    public static void gradientInput(
            ConvShape shape,
            float[] filter,
            int filterOffset,
            float[] dOut,
            int dOutOffset,
            float[] dIn,
            int dInOffset,
            Parallel parallel) {
        requireDepthwise(shape);
        FloatDepthwise.gradientInput(shape, filter, filterOffset, dOut, dOutOffset, dIn, dInOffset, parallel);
    }

    /** The gradient with respect to the input, in {@code double}. */
    public static void gradientInput(
            ConvShape shape,
            double[] filter,
            int filterOffset,
            double[] dOut,
            int dOutOffset,
            double[] dIn,
            int dInOffset,
            Parallel parallel) {
        requireDepthwise(shape);
        DoubleDepthwise.gradientInput(shape, filter, filterOffset, dOut, dOutOffset, dIn, dInOffset, parallel);
    }

    /** The gradient with respect to the filter, from the input and the gradient with respect to the output. */
    public static void gradientFilter(
            ConvShape shape,
            float[] in,
            int inOffset,
            float[] dOut,
            int dOutOffset,
            float[] dFilter,
            int dFilterOffset,
            Parallel parallel) {
        requireDepthwise(shape);
        FloatDepthwiseFilter.gradient(shape, in, inOffset, dOut, dOutOffset, dFilter, dFilterOffset, parallel);
    }

    /** The gradient with respect to the filter, in {@code double}. */
    public static void gradientFilter(
            ConvShape shape,
            double[] in,
            int inOffset,
            double[] dOut,
            int dOutOffset,
            double[] dFilter,
            int dFilterOffset,
            Parallel parallel) {
        requireDepthwise(shape);
        DoubleDepthwiseFilter.gradient(shape, in, inOffset, dOut, dOutOffset, dFilter, dFilterOffset, parallel);
    }

    private static void requireDepthwise(ConvShape shape) {
        if (shape.groups() != shape.inC()) {
            throw new IllegalArgumentException("Not a depthwise convolution: " + shape);
        }
    }
}
