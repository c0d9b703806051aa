package io.leat.kernels;

/**
 * Two-dimensional convolutions as {@link ConvShape} describes them, and their gradients. Results are overwritten, and
 * must not overlap the operands. They do not depend on the number of threads.
 */
public final class Conv2d {
    private Conv2d() {}

    /** The output: {@code out[b, y, x, o] = Σ in[b, y', x', c] * filter[i, j, c, o]}. */
    public static void forward(
            ConvShape shape,
            float[] in,
            int inOffset,
            float[] filter,
            int filterOffset,
            float[] out,
            int outOffset,
            Parallel parallel) {
        forward(shape, in, inOffset, filter, filterOffset, false, out, outOffset, Finish.NOTHING, parallel);
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
        forward(shape, in, inOffset, filter, filterOffset, false, out, outOffset, Finish.NOTHING, parallel);
    }

    /**
     * As above, in {@code float}.
     *
     * @param prepared whether {@code filter} is what {@link #prepare} made of the filter, from index 0 on
     * @param finish told which pixels of the output are final
     */
    public static void forward(
            ConvShape shape,
            float[] in,
            int inOffset,
            float[] filter,
            int filterOffset,
            boolean prepared,
            float[] out,
            int outOffset,
            Finish finish,
            Parallel parallel) {
        if (depthwise(shape)) {
            DepthwiseConv2d.forward(shape, in, inOffset, filter, filterOffset, out, outOffset, finish, parallel);
        } else if (Winograd.serves(shape)) {
            FloatWinograd.forward(
                    shape, in, inOffset, filter, filterOffset, prepared, out, outOffset, finish, parallel);
        } else {
            FloatConv.forward(shape, in, inOffset, filter, filterOffset, prepared, out, outOffset, finish, parallel);
        }
    }

    /** Writes the filter to {@code prepared} in the order that the loops want, of the size told by {@link #preparedFloats}. */
    public static void prepare(ConvShape shape, float[] filter, int filterOffset, float[] prepared, Parallel parallel) {
        if (Winograd.serves(shape)) {
            FloatWinograd.prepare(shape, filter, filterOffset, prepared, parallel);
        } else {
            FloatConv.prepare(shape, filter, filterOffset, prepared, parallel);
        }
    }

    /** Elements of a prepared filter of {@code float}, 0 if there is none. */
    public static int preparedFloats(ConvShape shape) {
        if (Winograd.serves(shape)) {
            return FloatWinograd.preparedSize(shape);
        }
        return depthwise(shape) ? 0 : FloatConv.preparedSize(shape);
    }

    /**
     * As above, in {@code double}.
     *
     * @param prepared whether {@code filter} is what {@link #prepare} made of the filter, from index 0 on
     * @param finish told which pixels of the output are final
     */
    public static void forward(
            ConvShape shape,
            double[] in,
            int inOffset,
            double[] filter,
            int filterOffset,
            boolean prepared,
            double[] out,
            int outOffset,
            Finish finish,
            Parallel parallel) {
        if (depthwise(shape)) {
            DepthwiseConv2d.forward(shape, in, inOffset, filter, filterOffset, out, outOffset, finish, parallel);
        } else {
            DoubleConv.forward(shape, in, inOffset, filter, filterOffset, prepared, out, outOffset, finish, parallel);
        }
    }

    /** Writes the filter to {@code prepared} in the order that the loops want, of the size told by {@link #preparedDoubles}. */
    public static void prepare(
            ConvShape shape, double[] filter, int filterOffset, double[] prepared, Parallel parallel) {
        DoubleConv.prepare(shape, filter, filterOffset, prepared, parallel);
    }

    /** Elements of a prepared filter of {@code double}, 0 if there is none. */
    public static int preparedDoubles(ConvShape shape) {
        return depthwise(shape) ? 0 : DoubleConv.preparedSize(shape);
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
        if (depthwise(shape)) {
            DepthwiseConv2d.gradientInput(shape, filter, filterOffset, dOut, dOutOffset, dIn, dInOffset, parallel);
        } else if (Winograd.serves(shape)) {
            FloatWinograd.gradientInput(shape, filter, filterOffset, dOut, dOutOffset, dIn, dInOffset, parallel);
        } else {
            FloatConv.gradientInput(shape, filter, filterOffset, dOut, dOutOffset, dIn, dInOffset, parallel);
        }
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
        if (depthwise(shape)) {
            DepthwiseConv2d.gradientInput(shape, filter, filterOffset, dOut, dOutOffset, dIn, dInOffset, parallel);
        } else {
            DoubleConv.gradientInput(shape, filter, filterOffset, dOut, dOutOffset, dIn, dInOffset, parallel);
        }
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
        if (depthwise(shape)) {
            DepthwiseConv2d.gradientFilter(shape, in, inOffset, dOut, dOutOffset, dFilter, dFilterOffset, parallel);
        } else if (Winograd.serves(shape)) {
            FloatWinogradFilter.gradient(shape, in, inOffset, dOut, dOutOffset, dFilter, dFilterOffset, parallel);
        } else {
            FloatConvFilter.gradient(shape, in, inOffset, dOut, dOutOffset, dFilter, dFilterOffset, parallel);
        }
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
        if (depthwise(shape)) {
            DepthwiseConv2d.gradientFilter(shape, in, inOffset, dOut, dOutOffset, dFilter, dFilterOffset, parallel);
        } else {
            DoubleConvFilter.gradient(shape, in, inOffset, dOut, dOutOffset, dFilter, dFilterOffset, parallel);
        }
    }

    private static boolean depthwise(ConvShape shape) {
        return shape.groups() > 1 && shape.groups() == shape.inC();
    }
}
