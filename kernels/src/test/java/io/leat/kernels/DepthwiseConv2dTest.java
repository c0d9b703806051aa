package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every depthwise convolution is compared with plain loops in double, and between one thread and three. */
class DepthwiseConv2dTest {
    private static final ThreadTeam TEAM = new ThreadTeam("depthwise-test", 3);

    @AfterAll
    static void close() {
        TEAM.close();
    }

    static IntStream seeds() {
        return IntStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomShapes(int seed) {
        checkRandom(seed);
    }

    static void checkRandom(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            check(seed, ConvCase.shape(random, true));
        }
    }

    static ConvShape[] shapes() {
        return new ConvShape[] {
            new ConvShape(2, 30, 30, 32, 3, 3, 32, 1, 1, 1, 1, 1, 1, 30, 30, 32),
            new ConvShape(1, 30, 30, 24, 3, 3, 24, 2, 2, 1, 1, 0, 0, 15, 15, 24),
            new ConvShape(1, 17, 17, 64, 3, 3, 64, 1, 1, 1, 1, 0, 0, 15, 15, 64), // in place
            new ConvShape(1, 1, 3000, 16, 1, 5, 32, 1, 1, 1, 1, 0, 2, 1, 3000, 16), // long lines
            new ConvShape(1, 5, 5, 1, 3, 3, 7, 1, 1, 1, 1, 1, 1, 5, 5, 1), // one channel
            new ConvShape(40, 9, 9, 700, 3, 3, 700, 1, 1, 1, 1, 1, 1, 9, 9, 700), // more tiles than sums
            new ConvShape(0, 5, 5, 2, 3, 3, 4, 1, 1, 1, 1, 1, 1, 5, 5, 2),
            new ConvShape(1, 5, 5, 2, 3, 3, 0, 1, 1, 1, 1, 1, 1, 5, 5, 2),
            new ConvShape(1, 0, 5, 2, 3, 3, 4, 1, 1, 1, 1, 2, 1, 2, 5, 2),
            new ConvShape(1, 5, 5, 2, 3, 0, 4, 1, 1, 1, 1, 1, 0, 5, 5, 2),
        };
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void otherShapes(ConvShape shape) {
        check(1, shape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "128", "256"})
    void otherForms(String form) {
        for (int seed = 100; seed < 103; seed++) {
            Forms.call(form, DepthwiseConv2dTest.class, "checkRandom", seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "128", "256"})
    void allFormsHaveTheSameBits(String form) {
        for (int seed = 0; seed < 5; seed++) {
            Object expected = results(seed);
            assertThat(Forms.call(form, DepthwiseConv2dTest.class, "results", seed))
                    .as("seed %d, %s", seed, form)
                    .isEqualTo(expected);
        }
    }

    /** Three by three taps over whole vectors of channels, with and without zeros on each side. */
    static ConvShape threeByThree(Random random) {
        int stride = 1 + random.nextInt(2);
        int channels = 16 * (1 + random.nextInt(3));
        int[] pads = random.ints(4, 0, 2).toArray();
        int h = 3 + random.nextInt(7) - pads[0] - pads[1];
        int w = 3 + random.nextInt(7) - pads[2] - pads[3];
        int outH = Math.max(0, (h + pads[0] + pads[1] - 3) / stride + 1);
        int outW = Math.max(0, (w + pads[2] + pads[3] - 3) / stride + 1);
        return new ConvShape(
                1 + random.nextInt(2),
                h,
                w,
                channels,
                3,
                3,
                channels,
                stride,
                stride,
                1,
                1,
                pads[0],
                pads[2],
                outH,
                outW,
                channels);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void threeByThreeTaps(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            check(seed, threeByThree(random));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "128", "256"})
    void threeByThreeTapsHaveTheSameBitsInAllForms(String form) {
        for (int seed = 0; seed < 10; seed++) {
            Object expected = threeByThreeResults(seed);
            assertThat(Forms.call(form, DepthwiseConv2dTest.class, "threeByThreeResults", seed))
                    .as("seed %d, %s", seed, form)
                    .isEqualTo(expected);
        }
    }

    static float[][] threeByThreeResults(int seed) {
        Random random = new Random(seed);
        return results(random, threeByThree(random));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatFollowsIsDoneToEachElementOnce(int seed) {
        Assumptions.assumeTrue(VectorSupport.AVAILABLE);
        Random random = new Random(seed);
        ConvShape s = threeByThree(random);
        float[] in = values(random, s.inputSize());
        float[] filter = values(random, s.filterSize());
        float[] minus = values(random, s.outC());
        float[] times = values(random, s.outC());
        float[] plus = values(random, s.outC());
        float[] expected = new float[s.outputSize()];
        DepthwiseConv2d.forward(s, in, 0, filter, 0, expected, 0, Parallel.SERIAL);
        for (int i = 0; i < expected.length; i++) {
            float v = (expected[i] - minus[i % s.outC()]) * times[i % s.outC()] + plus[i % s.outC()];
            expected[i] = Math.min(Math.max(v, 0f), 0.5f);
        }
        float[] out = new float[s.outputSize()];
        Finish finish = new ChannelAffine(minus, times, plus).finish(out, s.outC(), 0f, 0.5f);
        DepthwiseConv2d.forward(s, in, 0, filter, 0, out, 0, finish, TEAM);
        assertThat(out).isEqualTo(expected);
    }

    static float[][] results(int seed) {
        Random random = new Random(seed);
        return results(random, ConvCase.shape(random, true));
    }

    private static float[][] results(Random random, ConvShape s) {
        float[] in = values(random, s.inputSize());
        float[] filter = values(random, s.filterSize());
        float[] dOut = values(random, s.outputSize());
        float[][] results = {new float[dOut.length], new float[in.length], new float[filter.length]};
        DepthwiseConv2d.forward(s, in, 0, filter, 0, results[0], 0, Parallel.SERIAL);
        DepthwiseConv2d.gradientInput(s, filter, 0, dOut, 0, results[1], 0, Parallel.SERIAL);
        DepthwiseConv2d.gradientFilter(s, in, 0, dOut, 0, results[2], 0, Parallel.SERIAL);
        return results;
    }

    private static float[] values(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    private static void check(int seed, ConvShape s) {
        ConvCase test = new ConvCase(seed, s, Parallel.SERIAL, TEAM);
        test.forward(
                (x, f, y, p) -> DepthwiseConv2d.forward(s, x, 3, f, 3, y, 3, p),
                (x, f, y, p) -> DepthwiseConv2d.forward(s, x, 3, f, 3, y, 3, p));
        test.gradientInput(
                (f, dy, dx, p) -> DepthwiseConv2d.gradientInput(s, f, 3, dy, 3, dx, 3, p),
                (f, dy, dx, p) -> DepthwiseConv2d.gradientInput(s, f, 3, dy, 3, dx, 3, p));
        test.gradientFilter(
                (x, dy, df, p) -> DepthwiseConv2d.gradientFilter(s, x, 3, dy, 3, df, 3, p),
                (x, dy, df, p) -> DepthwiseConv2d.gradientFilter(s, x, 3, dy, 3, df, 3, p));
    }

    @Test
    void otherGroupsAreRefused() {
        ConvShape s = new ConvShape(1, 1, 1, 4, 1, 1, 4, 1, 1, 1, 1, 0, 0, 1, 1, 2);
        float[] x = new float[8];
        assertThatThrownBy(() -> DepthwiseConv2d.forward(s, x, 0, x, 0, new float[4], 0, Parallel.SERIAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("groups=2");
    }
}
