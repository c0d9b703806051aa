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

class BiasTest {
    private static final Tensor X = Plain.counting(DType.FLOAT32, 1, 2, 1, 3);

    @Test
    void addsAlongTheChannels() {
        assertThat(Plain.op("BiasAdd").in(X, floats(Shape.of(3), 10, 20, 30)).values())
                .containsExactly(10, 21, 32, 13, 24, 35);
        assertThat(Plain.op("BiasAdd")
                        .in(X, floats(Shape.of(2), 10, 20))
                        .attr("data_format", "NCHW")
                        .values())
                .containsExactly(10, 11, 12, 23, 24, 25);
        assertThat(Plain.op("BiasAddV1").in(X, floats(Shape.of(3), 1, 1, 1)).values())
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void integersWrap() {
        Tensor x = Tensor.of(DType.INT8, Shape.of(1, 1), 127);
        assertThat(Plain.op("BiasAdd")
                        .in(x, Tensor.of(DType.INT8, Shape.of(1), 1))
                        .values())
                .containsExactly(-128);
    }

    @Test
    void gradientSumsOverAllButTheChannels() {
        assertThat(Plain.op("BiasAddGrad").in(X).values()).containsExactly(3, 5, 7);
        assertThat(Plain.op("BiasAddGrad").in(X).attr("data_format", "NCHW").values())
                .containsExactly(3, 12);
    }

    @Test
    void rejectsOtherShapes() {
        assertThatThrownBy(Plain.op("BiasAdd").in(X, floats(Shape.of(2), 1, 1))::run)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining(
                        "Must provide as many biases as the last dimension of the input tensor: [2] vs. [1,2,1,3]");
        assertThatThrownBy(Plain.op("BiasAdd").in(X, floats(Shape.of(1, 3), 1, 1, 1))::run)
                .hasMessageContaining("Biases must be 1D: [1,3]");
        Tensor vector = floats(Shape.of(1), 1);
        assertThatThrownBy(Plain.op("BiasAdd").in(vector, vector)::run)
                .hasMessageContaining("Input tensor must be at least 2D: [1]");
        assertThatThrownBy(() -> Plain.op("BiasAdd").in(X, vector).inferred(0))
                .hasMessageContaining("Dimensions must be equal, but are 3 and 1");
    }
}
