package io.leat.ops.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leat.graph.Graph;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.Plain;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConvolutionsTest {
    private static final Tensor IMAGE = Plain.counting(DType.FLOAT32, 1, 3, 3, 1);

    private static Plain conv(Tensor x, Tensor filter, String padding) {
        return Plain.op("Conv2D").in(x, filter).ints("strides", 1, 1, 1, 1).attr("padding", padding);
    }

    private static Tensor ones(long... dims) {
        Shape s = Shape.of(dims);
        double[] all = new double[(int) s.size()];
        java.util.Arrays.fill(all, 1);
        return Tensor.of(DType.FLOAT32, s, all);
    }

    @Test
    void sumsWhatLiesUnderTheFilter() {
        assertThat(conv(IMAGE, ones(2, 2, 1, 1), "VALID").values()).containsExactly(8, 12, 20, 24);
        // SAME puts the odd pixel of padding behind the image
        assertThat(conv(IMAGE, ones(2, 2, 1, 1), "SAME").values()).containsExactly(8, 12, 7, 20, 24, 13, 13, 15, 8);
        assertThat(conv(IMAGE, ones(3, 3, 1, 1), "SAME").values()).containsExactly(8, 15, 12, 21, 36, 27, 20, 33, 24);
    }

    @Test
    void strides() {
        Plain conv = Plain.op("Conv2D").in(IMAGE, ones(1, 1, 1, 1)).ints("strides", 1, 2, 1, 1);
        assertThat(conv.attr("padding", "SAME").values()).containsExactly(0, 1, 2, 6, 7, 8);
    }

    @Test
    void dilations() {
        Plain conv = conv(IMAGE, ones(2, 2, 1, 1), "VALID").ints("dilations", 1, 2, 2, 1);
        assertThat(conv.inferred(0)).isEqualTo(Shape.of(1, 1, 1, 1));
        assertThat(conv.values()).containsExactly(0 + 2 + 6 + 8);
    }

    @Test
    void explicitPadding() {
        Plain conv = conv(IMAGE, ones(3, 3, 1, 1), "EXPLICIT").ints("explicit_paddings", 0, 0, 1, 0, 0, 1, 0, 0);
        assertThat(conv.inferred(0)).isEqualTo(Shape.of(1, 2, 2, 1));
        assertThat(conv.values()).containsExactly(15, 12, 36, 27);
    }

    @Test
    void groupsFollowFromTheChannels() {
        Tensor x = Plain.counting(DType.FLOAT32, 1, 1, 1, 4);
        Tensor filter = Tensor.of(DType.FLOAT32, Shape.of(1, 1, 2, 2), 1, 10, 100, 1000);
        assertThat(conv(x, filter, "VALID").values()).containsExactly(0 + 100, 20 + 3000);
    }

    @Test
    void depthwise() {
        Tensor x = Plain.counting(DType.FLOAT32, 1, 1, 1, 2);
        Tensor filter = Tensor.of(DType.FLOAT32, Shape.of(1, 1, 2, 2), 1, 2, 3, 4);
        Plain conv = Plain.op("DepthwiseConv2dNative").in(x, filter).ints("strides", 1, 1, 1, 1);
        assertThat(conv.attr("padding", "VALID").values()).containsExactly(0, 0, 3, 4);
    }

    @Test
    void integersWrap() {
        Tensor x = Tensor.of(DType.INT32, Shape.of(1, 1, 1, 1), Integer.MAX_VALUE);
        Tensor filter = Tensor.of(DType.INT32, Shape.of(1, 1, 1, 1), 2);
        assertThat(conv(x, filter, "VALID").values()).containsExactly(-2);
    }

    /** A convolution is linear in both inputs, so that its gradients have the same products with anything. */
    @Test
    void gradientsAreAdjoint() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            boolean first = random.nextBoolean();
            boolean depthwise = random.nextBoolean();
            String padding = random.nextBoolean() ? "SAME" : "VALID";
            long h = 3L + random.nextInt(4);
            long w = 3L + random.nextInt(4);
            Tensor x = first ? Plain.random(random, 2, 2, h, w) : Plain.random(random, 2, h, w, 2);
            Tensor f = Plain.random(random, 1 + random.nextInt(3), 2, 2, 3);
            long sh = 1L + random.nextInt(2);
            long sw = 1L + random.nextInt(2);
            long[] strides = first ? new long[] {1, 1, sh, sw} : new long[] {1, sh, sw, 1};
            String name = depthwise ? "DepthwiseConv2dNative" : "Conv2D";
            Tensor y =
                    withAttrs(Plain.op(name).in(x, f), strides, padding, first).run();
            Tensor g = Plain.random(random, y.shape().dims());
            Tensor xSizes = Tensor.vector(x.shape().intDims());
            Tensor fSizes = Tensor.vector(f.shape().intDims());
            Tensor dx = withAttrs(Plain.op(name + "BackpropInput").in(xSizes, f, g), strides, padding, first)
                    .run();
            Tensor df = withAttrs(Plain.op(name + "BackpropFilter").in(x, fSizes, g), strides, padding, first)
                    .run();
            double expected = Plain.dot(y, g);
            assertThat(Plain.dot(x, dx)).as("seed %d", seed).isCloseTo(expected, within(1e-9));
            assertThat(Plain.dot(f, df)).as("seed %d", seed).isCloseTo(expected, within(1e-9));
        }
    }

    private static Plain withAttrs(Plain op, long[] strides, String padding, boolean first) {
        return op.ints("strides", strides).attr("padding", padding).attr("data_format", first ? "NCHW" : "NHWC");
    }

    @Test
    void volumes() {
        Tensor x = Plain.counting(DType.FLOAT32, 1, 2, 2, 2, 1);
        Plain conv = Plain.op("Conv3D").in(x, ones(2, 2, 2, 1, 1)).ints("strides", 1, 1, 1, 1, 1);
        assertThat(conv.attr("padding", "VALID").values()).containsExactly(28);
        Plain back = Plain.op("Conv3DBackpropInputV2").in(Tensor.vector(1, 2, 2, 2, 1), ones(2, 2, 2, 1, 1));
        back.in(Tensor.of(DType.FLOAT32, Shape.of(1, 1, 1, 1, 1), 3)).ints("strides", 1, 1, 1, 1, 1);
        assertThat(back.attr("padding", "VALID").values()).containsOnly(3);
    }

    @Test
    void transposedConvolutionsMayNameTheImageSizeAlone() {
        Tensor sizes = Tensor.vector(3, 3);
        Plain back = Plain.op("Conv2DBackpropInput").in(sizes, ones(2, 2, 1, 1), ones(1, 2, 2, 1));
        back.ints("strides", 1, 1, 1, 1).attr("padding", "VALID");
        assertThat(back.run().shape()).isEqualTo(Shape.of(1, 3, 3, 1));
        assertThat(back.values()).containsExactly(1, 2, 1, 2, 4, 2, 1, 2, 1);
    }

    @Test
    void shapesAreInferredFromWhatIsKnown() {
        Ops tf = Graph.create().ops();
        Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(Shape.ANY, 5, Shape.ANY, 3));
        Output f = tf.placeholder("f", DType.FLOAT32, Shape.of(3, 3, 3, 8));
        Output any = tf.placeholder("any", DType.FLOAT32, Shape.UNKNOWN);
        assertThat(Conv2D.of(tf, x, f, 2, "SAME").shape()).isEqualTo(Shape.of(Shape.ANY, 3, Shape.ANY, 8));
        assertThat(Conv2D.of(tf, x, f, 1, "VALID").shape()).isEqualTo(Shape.of(Shape.ANY, 3, Shape.ANY, 8));
        assertThat(Conv2D.of(tf, any, any, 1, "SAME").shape()).isEqualTo(Shape.ofRank(4));
    }

    @Test
    void rejectsWhatDoesNotFit() {
        rejected(
                conv(IMAGE, ones(2, 2, 2, 1), "SAME"),
                "Depth of input (1) is not a multiple of input depth of filter (2)");
        rejected(conv(IMAGE, ones(4, 1, 1, 1), "VALID"), "Negative dimension size caused by subtracting 4 from 3");
        rejected(conv(IMAGE, ones(2, 0, 1, 1), "SAME"), "filter must not have zero elements");
        rejected(conv(ones(3, 3, 1), ones(2, 2, 1, 1), "SAME"), "input must be 4-dimensional: [3,3,1]");
        rejected(
                conv(IMAGE, ones(2, 2, 1, 1), "EXPLICIT").ints("explicit_paddings", 0, 0, 1),
                "explicit_paddings attribute must contain 8 values, but got: 3");
        rejected(
                conv(IMAGE, ones(2, 2, 1, 1), "SAME").ints("explicit_paddings", 0, 0, 1, 1, 0, 0, 0, 0),
                "explicit_paddings attribute must be empty if the padding attribute is not EXPLICIT");
        rejected(conv(IMAGE, ones(2, 2, 1, 1), "SAME").ints("strides", 1, 0, 1, 1), "Stride must be > 0, but got 0");
        rejected(
                conv(IMAGE, ones(2, 2, 1, 1), "SAME").ints("strides", 1, 1, 1),
                "Conv2D on data format NHWC requires the stride attribute to contain 4 values, but got: 3");
        assertThatThrownBy(conv(IMAGE, ones(2, 2, 1, 1), "SAME").ints("strides", 2, 1, 1, 1)::run)
                .isInstanceOf(UnimplementedException.class)
                .hasMessageContaining("strides in the batch and depth dimensions");
    }

    @Test
    void rejectsGradientsOfOtherShapes() {
        Plain back = Plain.op("Conv2DBackpropInput").in(Tensor.vector(1, 3, 3, 1), ones(2, 2, 1, 1));
        rejected(
                back.in(ones(1, 3, 2, 1)).ints("strides", 1, 1, 1, 1).attr("padding", "SAME"),
                "Size of out_backprop doesn't match computed: actual = 2, computed = 3 spatial_dim: 2");
        rejected(
                Plain.op("Conv2DBackpropFilter")
                        .in(IMAGE, Tensor.vector(2, 2, 1, 5), ones(1, 3, 3, 1))
                        .ints("strides", 1, 1, 1, 1)
                        .attr("padding", "SAME"),
                "filter and out_backprop must have the same out_depth");
        rejected(
                Plain.op("Conv2DBackpropInput")
                        .in(Tensor.vector(1, -3, 3, 1), ones(2, 2, 1, 1), ones(1, 3, 3, 1))
                        .ints("strides", 1, 1, 1, 1)
                        .attr("padding", "SAME"),
                "");
    }

    @Test
    void hugeAttributesAreNoOverflow() {
        Plain far = conv(IMAGE, ones(3, 3, 1, 1), "SAME").ints("dilations", 1, Integer.MAX_VALUE, 1, 1);
        assertThat(far.values()).containsExactly(1, 3, 3, 7, 12, 9, 13, 21, 15);
        Plain wide = Plain.op("Conv2D").in(IMAGE, ones(1, 1, 1, 1)).attr("padding", "SAME");
        assertThat(wide.ints("strides", 1, Integer.MAX_VALUE, 1, 1).values()).containsExactly(0, 1, 2);
    }

    private static void rejected(Plain op, String message) {
        assertThatThrownBy(op::run).isInstanceOf(InvalidArgumentException.class).hasMessageContaining(message);
    }
}
