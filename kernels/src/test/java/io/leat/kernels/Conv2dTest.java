package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every convolution is compared with plain loops in double, and between one thread and three. */
class Conv2dTest {
    private static final ThreadTeam TEAM = new ThreadTeam("conv-test", 3);

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
            check(seed, ConvCase.shape(random, false));
        }
    }

    static ConvShape[] shapes() {
        return new ConvShape[] {
            same(2, 20, 33, 3, 7, 16, 2, 1), // unfolded
            same(1, 30, 30, 20, 3, 33, 1, 1), // padded
            same(1, 12, 12, 64, 3, 70, 1, 2), // dilated
            same(3, 7, 7, 130, 3, 40, 1, 1), // several images in a tile
            same(2, 23, 26, 32, 3, 64, 1, 1), // Winograd
            same(2, 23, 26, 64, 5, 48, 1, 1),
            new ConvShape(3, 11, 13, 48, 3, 3, 32, 1, 1, 1, 1, 0, 2, 9, 14),
            new ConvShape(1, 17, 17, 64, 3, 3, 300, 1, 1, 1, 1, 0, 0, 15, 15), // in place, many columns
            new ConvShape(2, 9, 9, 24, 1, 1, 20, 2, 2, 1, 1, 0, 0, 5, 5), // one tap
            new ConvShape(2, 9, 9, 24, 1, 1, 20, 1, 1, 1, 1, 0, 0, 9, 9), // pointwise
            new ConvShape(1, 1, 1000, 8, 1, 9, 5, 1, 1, 1, 1, 0, 4, 1, 1000), // long lines
            new ConvShape(1, 8, 8, 48, 3, 3, 24, 1, 1, 1, 1, 1, 1, 8, 8, 2), // groups
            new ConvShape(1, 8, 8, 4, 2, 2, 3, 1, 1, 1, 1, -1, -2, 4, 5), // negative padding
            new ConvShape(1, 3, 3, 4, 2, 2, 3, 1, 1, 1, 1, 9, 9, 4, 30), // nothing but padding
            new ConvShape(0, 3, 3, 4, 2, 2, 3, 1, 1, 1, 1, 0, 0, 2, 2),
            new ConvShape(2, 0, 3, 4, 1, 1, 3, 1, 1, 1, 1, 1, 0, 2, 3),
            new ConvShape(2, 3, 3, 0, 1, 1, 3, 1, 1, 1, 1, 0, 0, 3, 3),
            new ConvShape(2, 3, 3, 2, 1, 1, 0, 1, 1, 1, 1, 0, 0, 3, 3),
            new ConvShape(2, 3, 3, 2, 0, 1, 3, 1, 1, 1, 1, 0, 0, 3, 3),
        };
    }

    private static ConvShape same(int batch, int h, int w, int inC, int k, int outC, int stride, int dilation) {
        int pad = (k - 1) * dilation / 2;
        int outH = (h + stride - 1) / stride;
        int outW = (w + stride - 1) / stride;
        return new ConvShape(batch, h, w, inC, k, k, outC, stride, stride, dilation, dilation, pad, pad, outH, outW);
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
            Forms.call(form, Conv2dTest.class, "checkRandom", seed);
        }
    }

    private static void check(int seed, ConvShape s) {
        ConvCase test = new ConvCase(seed, s, Parallel.SERIAL, TEAM);
        test.forward(
                (x, f, y, p) -> Conv2d.forward(s, x, 3, f, 3, y, 3, p),
                (x, f, y, p) -> Conv2d.forward(s, x, 3, f, 3, y, 3, p));
        test.gradientInput(
                (f, dy, dx, p) -> Conv2d.gradientInput(s, f, 3, dy, 3, dx, 3, p),
                (f, dy, dx, p) -> Conv2d.gradientInput(s, f, 3, dy, 3, dx, 3, p));
        test.gradientFilter(
                (x, dy, df, p) -> Conv2d.gradientFilter(s, x, 3, dy, 3, df, 3, p),
                (x, dy, df, p) -> Conv2d.gradientFilter(s, x, 3, dy, 3, df, 3, p));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void preparedFiltersGiveTheSameAndEveryPixelIsFinishedOnce(ConvShape s) {
        Random random = new Random(3);
        float[] x = new float[s.inputSize()];
        float[] filter = new float[s.filterSize()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < filter.length; i++) {
            filter[i] = (float) random.nextGaussian();
        }
        float[] expected = new float[s.outputSize()];
        Conv2d.forward(s, x, 0, filter, 0, expected, 0, Parallel.SERIAL);
        boolean prepares = Conv2d.preparedFloats(s) > 0;
        float[] prepared = prepares ? new float[Conv2d.preparedFloats(s)] : filter;
        if (prepares) {
            Conv2d.prepare(s, filter, 0, prepared, TEAM);
        }
        for (Parallel parallel : new Parallel[] {Parallel.SERIAL, TEAM}) {
            float[] y = new float[s.outputSize()];
            AtomicIntegerArray finished = new AtomicIntegerArray(y.length);
            Finish finish = (from, to) -> {
                assertThat(from % Math.max(1, s.outC())).isZero();
                for (int i = from; i < to; i++) {
                    finished.incrementAndGet(i);
                    y[i] = -y[i];
                }
            };
            Conv2d.forward(s, x, 0, prepared, 0, prepares, y, 0, finish, parallel);
            for (int i = 0; i < y.length; i++) {
                assertThat(finished.get(i)).as("element %d", i).isOne();
                assertThat(-y[i]).isEqualTo(expected[i]);
            }
        }
    }

    @Test
    void shapesAreChecked() {
        assertThatThrownBy(() -> same(-1, 3, 3, 1, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConvShape(1, 3, 3, 1, 1, 1, 1, 0, 1, 1, 1, 0, 0, 3, 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConvShape(1, 3, 3, 4, 1, 1, 3, 1, 1, 1, 1, 0, 0, 3, 3, 2))
                .hasMessage("2 groups divide not both 4 input and 3 output channels");
        assertThatThrownBy(() -> same(1 << 16, 1 << 16, 1, 1, 1, 1, 1, 1))
                .hasMessage("A tensor of the convolution has too many elements");
        assertThat(same(2, 4, 4, 3, 3, 5, 2, 1).outputSize()).isEqualTo(2 * 2 * 2 * 5);
    }
}
