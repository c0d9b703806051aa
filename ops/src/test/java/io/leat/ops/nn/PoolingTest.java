package io.leat.ops.nn;

import static io.leat.ops.Plain.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Graph;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.Plain;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import org.junit.jupiter.api.Test;

class PoolingTest {
    private static final Tensor IMAGE = floats(Shape.of(1, 3, 3, 1), 1, 5, 2, 9, 3, 4, 0, 8, 7);

    private static Plain pool(String op, String padding, Tensor... in) {
        return Plain.op(op)
                .in(in)
                .ints("ksize", 1, 2, 2, 1)
                .ints("strides", 1, 2, 2, 1)
                .attr("padding", padding);
    }

    @Test
    void maxima() {
        assertThat(pool("MaxPool", "SAME", IMAGE).values()).containsExactly(9, 4, 8, 7);
        assertThat(pool("MaxPool", "VALID", IMAGE).values()).containsExactly(9);
        Tensor two = Tensor.vector(1, 2, 2, 1);
        assertThat(Plain.op("MaxPoolV2")
                        .in(IMAGE, two, two)
                        .attr("padding", "SAME")
                        .values())
                .containsExactly(9, 4, 8, 7);
    }

    @Test
    void maximaPassOverNaNsAndPadding() {
        Tensor x = floats(Shape.of(1, 1, 3, 1), Double.NaN, -7, Double.NEGATIVE_INFINITY);
        assertThat(pool("MaxPool", "SAME", x).values()).containsExactly(-7, -Float.MAX_VALUE);
        Tensor bytes = Tensor.of(DType.INT8, Shape.of(1, 1, 1, 1), -128);
        assertThat(pool("MaxPool", "SAME", bytes).values()).containsExactly(-128);
    }

    @Test
    void maximaOverChannels() {
        Tensor x = Plain.counting(DType.FLOAT32, 1, 1, 2, 4);
        Plain pool = Plain.op("MaxPool").in(x).ints("ksize", 1, 1, 1, 2).ints("strides", 1, 1, 1, 2);
        assertThat(pool.attr("padding", "VALID").values()).containsExactly(1, 3, 5, 7);
    }

    @Test
    void maximaAndTheirPlaces() {
        Tensor[] out = pool("MaxPoolWithArgmax", "SAME", IMAGE).outputs();
        assertThat(Plain.values(out[0])).containsExactly(9, 4, 8, 7);
        assertThat(Plain.values(out[1])).containsExactly(3, 5, 7, 8);
        Tensor pair = Plain.counting(DType.FLOAT32, 2, 1, 2, 1);
        assertThat(Plain.values(pool("MaxPoolWithArgmax", "SAME", pair).outputs()[1]))
                .containsExactly(1, 1);
        Plain whole = pool("MaxPoolWithArgmax", "SAME", pair).attr("include_batch_in_index", true);
        assertThat(Plain.values(whole.outputs()[1])).containsExactly(1, 3);
    }

    @Test
    void gradientsOfMaximaGoToTheFirst() {
        Tensor x = floats(Shape.of(1, 1, 3, 1), 2, 2, 1);
        Tensor y = floats(Shape.of(1, 1, 2, 1), 2, 1);
        Tensor g = floats(Shape.of(1, 1, 2, 1), 10, 20);
        assertThat(pool("MaxPoolGrad", "SAME", x, y, g).values()).containsExactly(10, 0, 20);
        Tensor gg = floats(Shape.of(1, 1, 3, 1), 3, 4, 5);
        assertThat(pool("MaxPoolGradGrad", "SAME", x, y, gg).values()).containsExactly(3, 5);
        Tensor places = Tensor.of(DType.INT64, Shape.of(1, 1, 2, 1), 0, 2);
        assertThat(pool("MaxPoolGradWithArgmax", "SAME", x, g, places).values()).containsExactly(10, 0, 20);
    }

    @Test
    void gradientsOfMaximaOfVolumesGoToAll() {
        Tensor x = floats(Shape.of(1, 1, 1, 2, 1), 2, 2);
        Tensor y = floats(Shape.of(1, 1, 1, 1, 1), 2);
        Plain grad = Plain.op("MaxPool3DGrad").in(x, y, y).ints("ksize", 1, 1, 1, 2, 1);
        assertThat(grad.ints("strides", 1, 1, 1, 2, 1).attr("padding", "VALID").values())
                .containsExactly(2, 2);
    }

    @Test
    void meansDoNotCountPadding() {
        assertThat(pool("AvgPool", "SAME", IMAGE).values()).containsExactly(4.5, 3, 4, 7);
        Tensor sizes = Tensor.vector(1, 3, 3, 1);
        Tensor g = floats(Shape.of(1, 2, 2, 1), 4, 4, 4, 4);
        assertThat(pool("AvgPoolGrad", "SAME", sizes, g).values()).containsExactly(1, 1, 2, 1, 1, 2, 2, 2, 4);
    }

    @Test
    void volumes() {
        Tensor x = Plain.counting(DType.FLOAT32, 1, 2, 2, 2, 1);
        for (String op : new String[] {"MaxPool3D", "AvgPool3D"}) {
            Plain pool = Plain.op(op).in(x).ints("ksize", 1, 2, 2, 2, 1).ints("strides", 1, 1, 1, 1, 1);
            assertThat(pool.attr("padding", "VALID").values()).containsExactly(op.startsWith("Max") ? 7 : 3.5);
        }
    }

    @Test
    void channelsMayComeFirst() {
        Tensor x = IMAGE.reshape(Shape.of(1, 1, 3, 3));
        Plain pool = Plain.op("MaxPool").in(x).ints("ksize", 1, 1, 2, 2).ints("strides", 1, 1, 2, 2);
        pool.attr("padding", "SAME").attr("data_format", "NCHW");
        assertThat(pool.run().shape()).isEqualTo(Shape.of(1, 1, 2, 2));
        assertThat(pool.values()).containsExactly(9, 4, 8, 7);
    }

    @Test
    void shapesAreInferredFromWhatIsKnown() {
        Ops tf = Graph.create().ops();
        Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(Shape.ANY, 7, Shape.ANY, 3));
        assertThat(MaxPool.of(tf, x, 2, 2, "SAME").shape()).isEqualTo(Shape.of(Shape.ANY, 4, Shape.ANY, 3));
        assertThat(AvgPool.of(tf, x, 3, 2, "VALID").shape()).isEqualTo(Shape.of(Shape.ANY, 3, Shape.ANY, 3));
        Output sizes = tf.placeholder("sizes", DType.INT32, Shape.of(4));
        Output y = tf.op("MaxPoolV2")
                .input(x)
                .input(sizes)
                .input(sizes)
                .attr("padding", "SAME")
                .add()
                .output(0);
        assertThat(y.shape()).isEqualTo(Shape.ofRank(4));
    }

    @Test
    void rejectsWhatDoesNotFit() {
        Tensor g = floats(Shape.of(1, 1, 1, 1), 1);
        rejected(
                pool("MaxPoolGrad", "SAME", IMAGE, g, g),
                "Expected orig_output shape to be [1,2,2,1], but got [1,1,1,1]");
        rejected(
                pool("MaxPool", "SAME", IMAGE).ints("ksize", 1, 0, 2, 1),
                "Sliding window ksize for dimension 1 was zero.");
        rejected(pool("MaxPool", "SAME", IMAGE).ints("strides", 1, 0, 2, 1), "Stride must be > 0, but got 0");
        rejected(pool("MaxPool", "VALID", floats(Shape.of(1, 1, 2, 1), 1, 2)), "Negative dimension size caused by");
        rejected(
                pool("MaxPool", "EXPLICIT", IMAGE).ints("explicit_paddings", 0, 0, 2, 0, 0, 0, 0, 0),
                "Top padding 2 needs to be smaller than the window size 2");
        rejected(pool("AvgPoolGrad", "SAME", Tensor.vector(1, 3, 3, 1), g), "Expected grad shape to be [1,2,2,1]");
        Tensor places = Tensor.of(DType.INT64, Shape.of(1, 2, 2, 1), 0, 1, 2, 9);
        Tensor grads = floats(Shape.of(1, 2, 2, 1), 1, 1, 1, 1);
        rejected(pool("MaxPoolGradWithArgmax", "SAME", IMAGE, grads, places), "Invalid argmax 9");
        assertThatThrownBy(pool("MaxPool", "SAME", IMAGE).ints("ksize", 2, 2, 2, 1)::run)
                .isInstanceOf(UnimplementedException.class)
                .hasMessageContaining("Pooling is not yet supported on the batch dimension.");
    }

    private static void rejected(Plain op, String message) {
        assertThatThrownBy(op::run).isInstanceOf(InvalidArgumentException.class).hasMessageContaining(message);
    }
}
