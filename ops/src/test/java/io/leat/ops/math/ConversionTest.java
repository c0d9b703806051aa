package io.leat.ops.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Attr;
import io.leat.graph.Graph;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.Tensors;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cast, Select and clipping; values from TensorFlow 2.18. */
class ConversionTest {
    private static Tensor cast(Tensor x, DType to) {
        return Evaluator.op("Cast", Map.of("DstT", Attr.of(to)), x);
    }

    @Test
    void integersThatDoNotFit() {
        Tensor x = Tensor.vector(Float.NaN, 3e9f, -3e9f, 2.9f, -2.9f);
        assertThat(cast(x, DType.INT32).toIntArray())
                .containsExactly(Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE, 2, -2);
        assertThat(cast(Tensor.vector(300, -1), DType.UINT8))
                .is(Evaluator.like(Tensors.uint8(Shape.of(2), (byte) 44, (byte) -1)));
        assertThat(cast(Tensor.vector(0f, -0f, 0.1f, Float.NaN), DType.BOOL).toBooleanArray())
                .containsExactly(false, false, true, true);
    }

    @Test
    void truncationCutsBitsOff() {
        Tensor x = Tensor.vector(1.0039062f, 1.005f, -1.007f);
        Tensor cut = Evaluator.op("Cast", Map.of("DstT", Attr.of(DType.BFLOAT16), "Truncate", Attr.of(true)), x);
        assertThat(cut).is(Evaluator.like(Tensors.bfloat16(Shape.of(3), 1, 1, -1)));
        assertThat(cast(x, DType.BFLOAT16))
                .is(Evaluator.like(Tensors.bfloat16(Shape.of(3), 1, 1.0078125f, -1.0078125f)));
    }

    @Test
    void castsOfShapesStayKnown() {
        var tf = Graph.create().ops();
        var x = tf.placeholder("x", DType.FLOAT32, Shape.of(Shape.ANY, 3));
        var shape = Cast.of(tf, tf.call("Shape", x), DType.INT64);
        assertThat(tf.call("Reshape", x, shape).shape()).isEqualTo(Shape.of(Shape.ANY, 3));
    }

    @Test
    void stringsAreNotCast() {
        assertThatThrownBy(() -> cast(Tensor.scalar("1"), DType.FLOAT32))
                .hasMessageContaining("Cast string to float is not supported");
    }

    @Test
    void aVectorSelectsRows() {
        Tensor t = Tensor.of(Shape.of(2, 2), 1f, 2f, 3f, 4f);
        Tensor e = Tensor.of(Shape.of(2, 2), 5f, 6f, 7f, 8f);
        assertThat(Evaluator.op("Select", Tensor.vector(true, false), t, e).toFloatArray())
                .containsExactly(1, 2, 7, 8);
        assertThat(Evaluator.op("SelectV2", Tensor.vector(true, false), t, e).toFloatArray())
                .containsExactly(1, 6, 3, 8);
    }

    @Test
    void selectionsThatDoNotFit() {
        Tensor three = Tensor.vector(1f, 2f, 3f);
        Tensor two = Tensor.vector(true, false);
        assertThatThrownBy(() -> Evaluator.op("Select", two, three, three))
                .hasMessageContaining("Number of batches of 'then' must match size of 'cond', but saw: 3 vs. 2");
        assertThatThrownBy(() -> Evaluator.op("SelectV2", two, three, three))
                .hasMessageContaining("condition [2], then [3], and else [3] must be broadcastable");
    }

    @Test
    void theLowerBoundWins() {
        Tensor x = Tensor.vector(0f, 1f, Float.NaN);
        assertThat(Evaluator.op("ClipByValue", x, Tensor.scalar(3f), Tensor.scalar(2f))
                        .toFloatArray())
                .containsExactly(3, 3, Float.NaN);
        assertThatThrownBy(() -> Evaluator.op("ClipByValue", x, Tensor.vector(1f, 2f), Tensor.scalar(2f)))
                .hasMessageContaining("must be either of the same shape as input, or a scalar");
    }

    @Test
    void gradients() {
        Tensor mask = Tensor.of(Shape.of(2, 2), true, false, false, true);
        NumericGradient.check(
                (tf, x) -> tf.call("SelectV2", tf.constant(mask), x.get(0), x.get(1)),
                NumericGradient.random(0, 1, 2),
                NumericGradient.random(0, 1, 2, 2));
        NumericGradient.check(
                (tf, x) -> tf.call("ClipByValue", x.get(0), x.get(1), x.get(2)),
                NumericGradient.random(-2, 2, 3, 4),
                Tensor.scalar(-0.7),
                Tensor.scalar(0.8));
    }
}
