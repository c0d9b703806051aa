package io.leat.ops.nn;

import static io.leat.ops.Plain.doubles;
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
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    /** Logits whose softmax is 1/6, 2/6, 3/6, and the same moved far away. */
    private static final Tensor LOGITS =
            doubles(Shape.of(2, 3), 0, Math.log(2), Math.log(3), 5000, 5000 + Math.log(2), 5000 + Math.log(3));

    @Test
    void softmaxOfEachRow() {
        double[] y = Plain.op("Softmax").in(LOGITS).values();
        for (int i = 0; i < 6; i++) {
            assertThat(y[i]).isCloseTo((i % 3 + 1) / 6.0, within(1e-9));
        }
        double[] logs = Plain.op("LogSoftmax").in(LOGITS).values();
        for (int i = 0; i < 6; i++) {
            assertThat(logs[i]).isCloseTo(Math.log((i % 3 + 1) / 6.0), within(1e-9));
        }
    }

    @Test
    void softmaxOfNothing() {
        assertThat(Plain.op("Softmax").in(doubles(Shape.of(0, 3))).run().shape())
                .isEqualTo(Shape.of(0, 3));
        assertThat(Plain.op("Softmax").in(doubles(Shape.of(3, 0))).run().shape())
                .isEqualTo(Shape.of(3, 0));
        assertThatThrownBy(Plain.op("Softmax").in(doubles(Shape.SCALAR, 1))::run)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("logits must have >= 1 dimension, got []");
    }

    @Test
    void crossEntropyOfDistributions() {
        Tensor labels = doubles(Shape.of(1, 3), 0.5, 0.25, 0.25);
        Tensor[] out =
                Plain.op("SoftmaxCrossEntropyWithLogits").in(LOGITS, labels).outputs();
        double expected = -0.5 * Math.log(1 / 6.0) - 0.25 * Math.log(2 / 6.0) - 0.25 * Math.log(3 / 6.0);
        assertThat(out[0].shape()).isEqualTo(Shape.of(2));
        assertThat(Plain.values(out[0])).containsExactly(new double[] {expected, expected}, within(1e-9));
        assertThat(Plain.values(out[1])[2]).isCloseTo(0.5 - 0.25, CLOSE);
    }

    @Test
    void crossEntropyOfClasses() {
        Tensor[] out = Plain.op("SparseSoftmaxCrossEntropyWithLogits")
                .in(LOGITS, Tensor.vector(2, 0))
                .outputs();
        assertThat(Plain.values(out[0])).containsExactly(new double[] {Math.log(2), Math.log(6)}, within(1e-9));
        assertThat(Plain.values(out[1])[2]).isCloseTo(-0.5, CLOSE);
        assertThat(Plain.values(out[1])[3]).isCloseTo(1 / 6.0 - 1, within(1e-9));
    }

    @Test
    void crossEntropyRejectsOtherClasses() {
        assertThatThrownBy(Plain.op("SparseSoftmaxCrossEntropyWithLogits").in(LOGITS, Tensor.vector(1, 3))::run)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Received a label value of 3 which is outside the valid range of [0, 3).  Label values: 1 3");
        assertThatThrownBy(Plain.op("SparseSoftmaxCrossEntropyWithLogits").in(LOGITS, Tensor.vector(3, -1))::run)
                .hasMessageContaining("Received a label value of -1 which");
        assertThatThrownBy(Plain.op("SparseSoftmaxCrossEntropyWithLogits").in(LOGITS, Tensor.vector(1))::run)
                .hasMessageContaining("logits and labels must have the same first dimension, got logits shape [2,3]"
                        + " and labels shape [1]");
        Tensor none = doubles(Shape.of(2, 0));
        assertThatThrownBy(Plain.op("SparseSoftmaxCrossEntropyWithLogits").in(none, Tensor.vector(0, 0))::run)
                .hasMessageContaining("Must have at least one class, but got logits shape [2,0]");
    }

    @Test
    void aClassThatCannotBeMissesNothingAtOtherClasses() {
        Tensor logits = doubles(Shape.of(1, 2), Double.NEGATIVE_INFINITY, 0);
        double[] loss = Plain.op("SparseSoftmaxCrossEntropyWithLogits")
                .in(logits, Tensor.vector(1))
                .values();
        assertThat(loss).containsExactly(0);
    }

    @Test
    void endpointsTakeLogitsOfAnyRank() {
        Ops tf = Graph.create().ops();
        Output logits = tf.placeholder("x", DType.FLOAT32, Shape.of(Shape.ANY, 4, 3));
        Output classes = tf.placeholder("y", DType.INT32, Shape.of(Shape.ANY, 4));
        Output dense = tf.placeholder("p", DType.FLOAT32, Shape.of(Shape.ANY, 4, 3));
        assertThat(SparseSoftmaxCrossEntropyWithLogits.of(tf, classes, logits).shape())
                .isEqualTo(Shape.of(Shape.ANY, 4));
        assertThat(SoftmaxCrossEntropyWithLogits.of(tf, dense, logits).shape().rank())
                .isEqualTo(2);
        assertThatThrownBy(() -> SparseSoftmaxCrossEntropyWithLogits.of(tf, dense, logits))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("`labels.shape.rank` must equal `logits.shape.rank - 1`");
    }

    @Test
    void shapesAreInferredFromWhatIsKnown() {
        Ops tf = Graph.create().ops();
        Output unknown = tf.placeholder("x", DType.FLOAT32, Shape.UNKNOWN);
        Output rows = tf.placeholder("y", DType.FLOAT32, Shape.of(2, Shape.ANY));
        Output columns = tf.placeholder("z", DType.FLOAT32, Shape.of(Shape.ANY, 3));
        var node = tf.op("SoftmaxCrossEntropyWithLogits")
                .input(rows)
                .input(columns)
                .add();
        assertThat(node.output(0).shape()).isEqualTo(Shape.of(2));
        assertThat(node.output(1).shape()).isEqualTo(Shape.of(2, 3));
        assertThat(tf.call("SoftmaxCrossEntropyWithLogits", unknown, columns).shape())
                .isEqualTo(Shape.of(Shape.ANY));
    }
}
