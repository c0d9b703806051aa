package io.leat.ops.nn;

import static io.leat.ops.Plain.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.ops.Plain;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TopTest {
    private static final Tensor X = floats(Shape.of(2, 4), 1, 7, 7, 3, -0.0, 0, -1, Double.NaN);

    @Test
    void greatestInDescendingOrder() {
        Tensor[] out = Plain.op("TopKV2").in(X, Tensor.scalar(3)).outputs();
        assertThat(Plain.values(out[0])).containsExactly(7, 7, 3, Double.NaN, -0.0, 0);
        assertThat(Plain.values(out[1])).containsExactly(1, 2, 3, 3, 0, 1);
        assertThat(Plain.op("TopK").in(X).integer("k", 1).values()).containsExactly(7, Double.NaN);
        assertThat(Plain.op("TopKV2").in(X, Tensor.scalar(0)).run().shape()).isEqualTo(Shape.of(2, 0));
    }

    @Test
    void unsignedOrder() {
        Tensor x = Tensor.of(DType.UINT64, Shape.of(3), 1, 0x1p63, 2);
        assertThat(Plain.values(Plain.op("TopKV2").in(x, Tensor.scalar(3)).outputs()[1]))
                .containsExactly(1, 2, 0);
    }

    @Test
    void nthLeastOrGreatest() {
        Tensor x = floats(Shape.of(4), 4, 1, 3, 2);
        assertThat(Plain.op("NthElement").in(x, Tensor.scalar(1)).values()).containsExactly(2);
        assertThat(Plain.op("NthElement")
                        .in(x, Tensor.scalar(1))
                        .attr("reverse", true)
                        .values())
                .containsExactly(3);
    }

    @Test
    void predictionsAmongTheGreatest() {
        Tensor p = floats(Shape.of(3, 3), 1, 2, 3, 5, 5, 5, 1, 2, Double.NaN);
        Tensor targets = Tensor.vector(1, 0, 1);
        assertThat(Plain.op("InTopKV2").in(p, targets, Tensor.scalar(1)).values())
                .containsExactly(0, 1, 0);
        assertThat(Plain.op("InTopKV2").in(p, targets, Tensor.scalar(2)).values())
                .containsExactly(1, 1, 0);
        assertThat(Plain.op("InTopK")
                        .in(p, Tensor.vector(3, -1, 0))
                        .integer("k", 3)
                        .values())
                .as("classes that do not exist")
                .containsExactly(0, 0, 0);
    }

    @Test
    void rejectsWhatDoesNotFit() {
        rejected(Plain.op("TopKV2").in(X, Tensor.scalar(5)), "input must have at least k columns. Had 4, needed 5");
        rejected(Plain.op("TopKV2").in(X, Tensor.scalar(-1)), "Need k >= 0, got -1");
        rejected(Plain.op("TopKV2").in(X, Tensor.vector(1)), "k must be scalar, got shape [1]");
        rejected(Plain.op("NthElement").in(X, Tensor.scalar(4)), "Input must have at least n+1 columns");
        rejected(
                Plain.op("InTopKV2").in(X, Tensor.vector(1), Tensor.scalar(1)),
                "First dimension of predictions 2 must match length of targets 1");
    }

    private static void rejected(Plain op, String message) {
        assertThatThrownBy(op::run).isInstanceOf(InvalidArgumentException.class).hasMessageContaining(message);
    }
}
