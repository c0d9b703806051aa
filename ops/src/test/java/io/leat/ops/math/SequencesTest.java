package io.leat.ops.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Graph;
import io.leat.tensor.DType;
import io.leat.tensor.LeatException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Range, LinSpace and special functions; values from TensorFlow 2.18. */
class SequencesTest {
    private static Tensor range(Tensor start, Tensor limit, Tensor delta) {
        return Evaluator.op("Range", start, limit, delta);
    }

    @Test
    void ranges() {
        assertThat(range(Tensor.scalar(10), Tensor.scalar(-3), Tensor.scalar(-4))
                        .toIntArray())
                .containsExactly(10, 6, 2, -2);
        float[] tenths =
                range(Tensor.scalar(0f), Tensor.scalar(1f), Tensor.scalar(0.1f)).toFloatArray();
        assertThat(tenths).hasSize(10).endsWith(0.8f, 0.90000004f);
        assertThat(range(Tensor.scalar(Long.MIN_VALUE), Tensor.scalar(Long.MAX_VALUE), Tensor.scalar(1L << 62))
                        .toLongArray())
                .containsExactly(Long.MIN_VALUE, -(1L << 62), 0, 1L << 62);
    }

    @Test
    void rangesThatNeverEnd() {
        assertThatThrownBy(() -> range(Tensor.scalar(0), Tensor.scalar(5), Tensor.scalar(0)))
                .hasMessageContaining("Requires delta != 0: 0");
        assertThatThrownBy(() -> range(Tensor.scalar(0f), Tensor.scalar(5f), Tensor.scalar(-1f)))
                .hasMessageContaining("Requires start >= limit when delta < 0: 0/5");
        assertThatThrownBy(() -> range(Tensor.scalar(0L), Tensor.scalar(Long.MAX_VALUE), Tensor.scalar(1L)))
                .isInstanceOf(LeatException.class);
    }

    @Test
    void rangesOfUnknownLength() {
        var tf = Graph.create().ops();
        var limit = tf.placeholder("limit", DType.INT32, Shape.SCALAR);
        assertThat(Range.of(tf, limit).shape()).isEqualTo(Shape.of(Shape.ANY));
    }

    @Test
    void linearSpaces() {
        Tensor x = Evaluator.op("LinSpace", Tensor.scalar(0f), Tensor.scalar(1f), Tensor.scalar(4));
        assertThat(x.toFloatArray()).containsExactly(0, 0.33333334f, 0.6666667f, 1);
        Tensor one = Evaluator.op("LinSpace", Tensor.scalar(3f), Tensor.scalar(5f), Tensor.scalar(1));
        assertThat(one.toFloatArray()).containsExactly(3);
        assertThatThrownBy(() -> Evaluator.op("LinSpace", Tensor.scalar(0f), Tensor.scalar(1f), Tensor.scalar(0)))
                .hasMessageContaining("Requires num > 0: 0");
    }

    private static double value(String op, double... arguments) {
        Tensor[] inputs = new Tensor[arguments.length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = Tensor.scalar(arguments[i]);
        }
        return Evaluator.op(op, inputs).scalarDouble();
    }

    @Test
    void specialFunctions() {
        Offset<Double> near = Offset.offset(1e-13);
        assertThat(value("Igamma", 1, 2)).isCloseTo(1 - Math.exp(-2), near);
        assertThat(value("Igammac", 1, 30)).isCloseTo(Math.exp(-30), Offset.offset(1e-26));
        assertThat(value("Igamma", 2, 0)).isZero();
        assertThat(value("Igamma", -1, 1)).isNaN();
        assertThat(value("Betainc", 1, 1, 0.25)).isCloseTo(0.25, near);
        assertThat(value("Betainc", 1, 1, 1.5)).isNaN();
        assertThat(value("Zeta", 2, 1)).isCloseTo(Math.PI * Math.PI / 6, near);
        assertThat(value("Zeta", 2, -1.5)).isCloseTo(9.379246646, Offset.offset(1e-8));
        assertThat(value("Zeta", 2, -1e6 - 0.5))
                .as("almost the whole series on both sides")
                .isCloseTo(Math.PI * Math.PI - 1e-6, Offset.offset(1e-11));
        assertThat(value("Zeta", 1, 1)).isInfinite();
        assertThat(value("Polygamma", 0, 1)).isCloseTo(-0.5772156649015329, near);
        assertThat(value("Polygamma", 1.5, 1)).isNaN();
    }

    @Test
    void gradientsOfSpecialFunctions() {
        Tensor a = NumericGradient.random(0.5, 5, 3, 2);
        Tensor x = Tensor.vector(0.7, 6.0);
        for (String op : new String[] {"Igamma", "Igammac"}) {
            NumericGradient.check((tf, in) -> tf.call(op, in.get(0), in.get(1)), a, x);
        }
        NumericGradient.check((tf, in) -> tf.call("Digamma", in.get(0)), a);
        NumericGradient.check((tf, in) -> tf.call("Lgamma", in.get(0)), a);
    }
}
