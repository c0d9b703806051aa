package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scalar forms that serve until the vector forms are compiled give the same bits. */
class FirstRunsTest {
    static IntStream convolutions() {
        return IntStream.range(0, Conv2dTest.shapes().length);
    }

    static IntStream products() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void convolutionsHaveTheSameBits(int index) {
        assumeTrue(VectorSupport.AVAILABLE, "no Vector API");
        assertThat(Forms.call(Forms.UNCOMPILED, FirstRunsTest.class, "convolution", index))
                .isEqualTo(convolution(index));
    }

    @ParameterizedTest
    @MethodSource("products")
    void productsHaveTheSameBits(int seed) {
        assumeTrue(VectorSupport.AVAILABLE, "no Vector API");
        assertThat(Forms.call(Forms.UNCOMPILED, FirstRunsTest.class, "product", seed))
                .isEqualTo(product(seed));
        assertThat(Forms.call(Forms.UNCOMPILED, FirstRunsTest.class, "doubleProduct", seed))
                .isEqualTo(doubleProduct(seed));
    }

    /** The outputs, with a prepared filter where there is one and finished in three ways, and both gradients. */
    static float[][] convolution(int index) {
        ConvShape s = Conv2dTest.shapes()[index];
        Random random = new Random(index);
        float[] in = values(random, s.inputSize());
        float[] filter = values(random, s.filterSize());
        float[] dOut = values(random, s.outputSize());
        float[][] out = new float[6][s.outputSize()];
        Conv2d.forward(s, in, 0, filter, 0, out[0], 0, Parallel.SERIAL);
        int size = Conv2d.preparedFloats(s);
        float[] prepared = size > 0 ? new float[size] : filter;
        if (size > 0) {
            Conv2d.prepare(s, filter, 0, prepared, Parallel.SERIAL);
        }
        int channels = s.outC();
        ChannelAffine affine =
                new ChannelAffine(values(random, channels), values(random, channels), values(random, channels));
        Finish[] finishes = {
            affine.finish(out[1], channels, -1, Float.POSITIVE_INFINITY),
            affine.finish(out[2], channels, dOut, 0, 6),
            affine.finish(out[3], channels, dOut, affine, Float.NEGATIVE_INFINITY, 1)
        };
        for (int i = 0; i < finishes.length; i++) {
            Conv2d.forward(s, in, 0, prepared, 0, size > 0, out[i + 1], 0, finishes[i], Parallel.SERIAL);
        }
        out[4] = new float[s.inputSize()];
        Conv2d.gradientInput(s, filter, 0, dOut, 0, out[4], 0, Parallel.SERIAL);
        out[5] = new float[s.filterSize()];
        Conv2d.gradientFilter(s, in, 0, dOut, 0, out[5], 0, Parallel.SERIAL);
        return out;
    }

    /** A product of any size, from a few rows, columns or inner elements to some hundred. */
    static float[] product(int seed) {
        Random random = new Random(seed);
        int m = size(random);
        int n = size(random);
        int k = size(random);
        boolean transA = random.nextBoolean();
        boolean transB = random.nextBoolean();
        float[] a = values(random, m * k);
        float[] b = values(random, k * n);
        float[] c = values(random, m * n);
        int lda = transA ? m : k;
        int ldb = transB ? k : n;
        Gemm.sgemm(transA, transB, m, n, k, a, 0, lda, b, 0, ldb, random.nextBoolean(), c, 0, n, Parallel.SERIAL);
        return c;
    }

    static double[] doubleProduct(int seed) {
        Random random = new Random(seed);
        int m = size(random);
        int n = size(random);
        int k = size(random);
        boolean transA = random.nextBoolean();
        boolean transB = random.nextBoolean();
        double[] a = random.doubles((long) m * k).toArray();
        double[] b = random.doubles((long) k * n).toArray();
        double[] c = random.doubles((long) m * n).toArray();
        int lda = transA ? m : k;
        int ldb = transB ? k : n;
        Gemm.dgemm(transA, transB, m, n, k, a, 0, lda, b, 0, ldb, random.nextBoolean(), c, 0, n, Parallel.SERIAL);
        return c;
    }

    private static int size(Random random) {
        return 1 + random.nextInt(random.nextInt(3) == 0 ? 12 : 150);
    }

    private static float[] values(Random random, int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextFloat() - 0.4f;
        }
        return x;
    }
}
