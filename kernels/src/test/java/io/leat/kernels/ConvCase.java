package io.leat.kernels;

import java.util.Arrays;
import java.util.Random;

/** A convolution with random values, computed with one thread and with several, and compared with plain loops. */
final class ConvCase {
    private static final int OFFSET = 3;
    private static final int BEHIND = 2;
    private static final double GUARD = -77;

    private final String what;
    private final ConvShape shape;
    private final Parallel[] parallels;
    private final double[] in;
    private final double[] filter;
    private final double[] dOut;

    interface Floats {
        void compute(float[] x, float[] y, float[] result, Parallel parallel);
    }

    interface Doubles {
        void compute(double[] x, double[] y, double[] result, Parallel parallel);
    }

    ConvCase(int seed, ConvShape shape, Parallel... parallels) {
        Random random = new Random(seed);
        this.what = "seed " + seed + ": " + shape;
        this.shape = shape;
        this.parallels = parallels;
        this.in = values(random, shape.inputSize());
        this.filter = values(random, shape.filterSize());
        this.dOut = values(random, shape.outputSize());
    }

    /** A random shape, whose groups are as many as the input's channels when it is to be depthwise. */
    static ConvShape shape(Random random, boolean depthwise) {
        int channels = random.nextInt(4) == 0 ? 40 : 9;
        int groups = depthwise ? 1 + random.nextInt(channels) : random.nextInt(4) == 0 ? 2 + random.nextInt(3) : 1;
        int inC = depthwise ? groups : groups * (1 + random.nextInt(channels));
        int outC = groups * (1 + random.nextInt(depthwise ? 3 : channels));
        int[] h = axis(random);
        int[] w = axis(random);
        return new ConvShape(
                random.nextInt(4),
                h[0],
                w[0],
                inC,
                h[1],
                w[1],
                outC,
                h[2],
                w[2],
                h[3],
                w[3],
                h[4],
                w[4],
                h[5],
                w[5],
                groups);
    }

    /** Input size, kernel size, stride, dilation, padding before, output size. */
    private static int[] axis(Random random) {
        int in = 1 + random.nextInt(14);
        int kernel = 1 + random.nextInt(4);
        int stride = 1 + random.nextInt(3);
        int dilation = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
        int span = (kernel - 1) * dilation + 1;
        int before = random.nextInt(3) == 0 ? 0 : random.nextInt(span + 1);
        int behind = random.nextInt(3) == 0 ? 0 : random.nextInt(span + 1);
        int out = Math.max(0, (in + before + behind - span + stride) / stride);
        return new int[] {in, kernel, stride, dilation, before, out};
    }

    void forward(Floats floats, Doubles doubles) {
        PlainConv expected = PlainConv.forward(shape, in, filter);
        check("forward, " + what, expected, in, filter, floats, doubles);
    }

    void gradientInput(Floats floats, Doubles doubles) {
        PlainConv expected = PlainConv.gradientInput(shape, filter, dOut);
        check("gradient of the input, " + what, expected, filter, dOut, floats, doubles);
    }

    void gradientFilter(Floats floats, Doubles doubles) {
        PlainConv expected = PlainConv.gradientFilter(shape, in, dOut);
        check("gradient of the filter, " + what, expected, in, dOut, floats, doubles);
    }

    private void check(String what, PlainConv expected, double[] x, double[] y, Floats floats, Doubles doubles) {
        double[] guarded = new double[OFFSET + expected.sums.length + BEHIND];
        Arrays.fill(guarded, GUARD);
        float[] first = floats(guarded);
        double[] firstDoubles = guarded.clone();
        floats.compute(shifted(x), shifted(y), first, parallels[0]);
        doubles.compute(offset(x), offset(y), firstDoubles, parallels[0]);
        expected.check(what, doubles(first), OFFSET, GUARD, 0x1p-24);
        expected.check(what, firstDoubles, OFFSET, GUARD, 0x1p-52);
        for (int i = 1; i < parallels.length; i++) {
            float[] other = floats(guarded);
            double[] otherDoubles = guarded.clone();
            floats.compute(shifted(x), shifted(y), other, parallels[i]);
            doubles.compute(offset(x), offset(y), otherDoubles, parallels[i]);
            if (!Arrays.equals(first, other) || !Arrays.equals(firstDoubles, otherDoubles)) {
                throw new AssertionError(what + ": other bits with " + parallels[i].threads() + " threads");
            }
        }
    }

    private static double[] values(Random random, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static double[] offset(double[] x) {
        double[] y = new double[OFFSET + x.length];
        Arrays.fill(y, Double.NaN);
        System.arraycopy(x, 0, y, OFFSET, x.length);
        return y;
    }

    private static float[] shifted(double[] x) {
        return floats(offset(x));
    }

    private static float[] floats(double[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) x[i];
        }
        return y;
    }

    private static double[] doubles(float[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i];
        }
        return y;
    }
}
