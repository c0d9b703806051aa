package io.leat.kernels;

import java.util.Arrays;

/**
 * Pooling of images {@code [batch, height, width, channels]}: maxima and means of windows, and their gradients, equal to
 * TensorFlow's CPU kernels bit by bit (but for the sign of a zero that is a maximum). All arrays are dense from their
 * offsets on; outputs are overwritten and must not overlap inputs.
 */
public final class Pool {
    private Pool() {}

    /**
     * {@code MaxPool}: the largest element of each window. NaNs are passed over; a window of NaNs and negative infinities
     * gives the least finite number.
     */
    public static void max(float[] in, int inOffset, float[] out, int outOffset, PoolShape shape, Parallel parallel) {
        FloatMaxPool.forward(in, inOffset, out, outOffset, shape, parallel);
    }

    /** As the form for floats. */
    public static void max(double[] in, int inOffset, double[] out, int outOffset, PoolShape shape, Parallel parallel) {
        DoubleMaxPool.forward(in, inOffset, out, outOffset, shape, parallel);
    }

    /** As the form for floats. */
    public static void max(int[] in, int inOffset, int[] out, int outOffset, PoolShape shape, Parallel parallel) {
        IntMaxPool.forward(in, inOffset, out, outOffset, shape, parallel);
    }

    /**
     * {@code MaxPoolWithArgmax}: the largest elements and their positions {@code (row * inW + column) * channels +
     * channel} within their image, or within the whole input when {@code includeBatch}. Of equal elements the first is
     * taken; a NaN is taken when it is the window's first element, else never.
     */
    public static void maxWithArgmax(
            float[] in,
            int inOffset,
            float[] out,
            int outOffset,
            long[] argmax,
            int argmaxOffset,
            boolean includeBatch,
            PoolShape shape,
            Parallel parallel) {
        FloatMaxPool.withArgmax(in, inOffset, out, outOffset, argmax, argmaxOffset, includeBatch, shape, parallel);
    }

    /** As the form for floats. */
    public static void maxWithArgmax(
            double[] in,
            int inOffset,
            double[] out,
            int outOffset,
            long[] argmax,
            int argmaxOffset,
            boolean includeBatch,
            PoolShape shape,
            Parallel parallel) {
        DoubleMaxPool.withArgmax(in, inOffset, out, outOffset, argmax, argmaxOffset, includeBatch, shape, parallel);
    }

    /** As the form for floats. */
    public static void maxWithArgmax(
            int[] in,
            int inOffset,
            int[] out,
            int outOffset,
            long[] argmax,
            int argmaxOffset,
            boolean includeBatch,
            PoolShape shape,
            Parallel parallel) {
        IntMaxPool.withArgmax(in, inOffset, out, outOffset, argmax, argmaxOffset, includeBatch, shape, parallel);
    }

    /**
     * {@code MaxPoolGrad}: the gradient of each output goes to the element that {@link #maxWithArgmax} finds.
     *
     * @param in the input of the pooling
     * @param grad the gradient of its output
     * @param inGrad receives the gradient of its input
     */
    public static void maxGradient(
            float[] in,
            int inOffset,
            float[] grad,
            int gradOffset,
            float[] inGrad,
            int inGradOffset,
            PoolShape shape,
            Parallel parallel) {
        Arrays.fill(inGrad, inGradOffset, inGradOffset + shape.batch() * shape.inImage(), 0);
        FloatMaxPool.gradient(in, inOffset, grad, gradOffset, inGrad, inGradOffset, shape, parallel);
    }

    /** As the form for floats. */
    public static void maxGradient(
            double[] in,
            int inOffset,
            double[] grad,
            int gradOffset,
            double[] inGrad,
            int inGradOffset,
            PoolShape shape,
            Parallel parallel) {
        Arrays.fill(inGrad, inGradOffset, inGradOffset + shape.batch() * shape.inImage(), 0);
        DoubleMaxPool.gradient(in, inOffset, grad, gradOffset, inGrad, inGradOffset, shape, parallel);
    }

    /** As the form for floats. */
    public static void maxGradient(
            int[] in,
            int inOffset,
            int[] grad,
            int gradOffset,
            int[] inGrad,
            int inGradOffset,
            PoolShape shape,
            Parallel parallel) {
        Arrays.fill(inGrad, inGradOffset, inGradOffset + shape.batch() * shape.inImage(), 0);
        IntMaxPool.gradient(in, inOffset, grad, gradOffset, inGrad, inGradOffset, shape, parallel);
    }

    /**
     * {@code MaxPoolGradGrad}: for each output the element of {@code inGradGrad} at the first element of the window that
     * equals the maximum; 0 where none does.
     *
     * @param in the input of the pooling
     * @param maxima its output
     * @param inGradGrad what is back-propagated to the gradient of the input
     * @param out receives what is back-propagated to the gradient of the output
     */
    public static void maxGradientOfGradient(
            float[] in,
            int inOffset,
            float[] maxima,
            int maximaOffset,
            float[] inGradGrad,
            int inGradGradOffset,
            float[] out,
            int outOffset,
            PoolShape shape,
            Parallel parallel) {
        FloatMaxPool.gradientOfGradient(
                in, inOffset, maxima, maximaOffset, inGradGrad, inGradGradOffset, out, outOffset, shape, parallel);
    }

    /** As the form for floats. */
    public static void maxGradientOfGradient(
            double[] in,
            int inOffset,
            double[] maxima,
            int maximaOffset,
            double[] inGradGrad,
            int inGradGradOffset,
            double[] out,
            int outOffset,
            PoolShape shape,
            Parallel parallel) {
        DoubleMaxPool.gradientOfGradient(
                in, inOffset, maxima, maximaOffset, inGradGrad, inGradGradOffset, out, outOffset, shape, parallel);
    }

    /** {@code AvgPool}: the mean of each window's pixels; those outside the image do not count. */
    public static void average(
            float[] in, int inOffset, float[] out, int outOffset, PoolShape shape, Parallel parallel) {
        FloatAveragePool.forward(in, inOffset, out, outOffset, shape, parallel);
    }

    /** As the form for floats. */
    public static void average(
            double[] in, int inOffset, double[] out, int outOffset, PoolShape shape, Parallel parallel) {
        DoubleAveragePool.forward(in, inOffset, out, outOffset, shape, parallel);
    }

    /** {@code AvgPoolGrad}: spreads the gradient of each output evenly over its window. */
    public static void averageGradient(
            float[] grad, int gradOffset, float[] inGrad, int inGradOffset, PoolShape shape, Parallel parallel) {
        FloatAveragePool.gradient(grad, gradOffset, inGrad, inGradOffset, shape, parallel);
    }

    /** As the form for floats. */
    public static void averageGradient(
            double[] grad, int gradOffset, double[] inGrad, int inGradOffset, PoolShape shape, Parallel parallel) {
        DoubleAveragePool.gradient(grad, gradOffset, inGrad, inGradOffset, shape, parallel);
    }
}
