package io.leat.ops.nn;

import static io.leat.ops.Plain.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.ops.Plain;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DilationTest {
    private static final Tensor X = floats(Shape.of(1, 1, 3, 1), 1, 5, 2);
    private static final Tensor FILTER = floats(Shape.of(1, 2, 1), 0, 10);

    private static Plain dilation(String op, Tensor... in) {
        return Plain.op(op)
                .in(in)
                .ints("strides", 1, 1, 1, 1)
                .ints("rates", 1, 1, 1, 1)
                .attr("padding", "SAME");
    }

    @Test
    void greatestSums() {
        assertThat(dilation("Dilation2D", X, FILTER).values()).containsExactly(15, 12, 2);
    }

    @Test
    void gradientsGoWhereTheSumsCameFrom() {
        Tensor g = floats(X.shape(), 100, 200, 300);
        assertThat(dilation("Dilation2DBackpropInput", X, FILTER, g).values()).containsExactly(0, 100, 500);
        assertThat(dilation("Dilation2DBackpropFilter", X, FILTER, g).values()).containsExactly(300, 300);
    }

    @Test
    void rejectsOtherShapes() {
        assertThatThrownBy(dilation("Dilation2D", X, floats(Shape.of(1, 1, 2), 0, 0))::run)
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(dilation("Dilation2DBackpropInput", X, FILTER, FILTER)::run)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("out_backprop must have shape [1,1,3,1]");
    }

    @Test
    void dimensionsOfAnotherFormat() {
        assertThat(Plain.op("DataFormatDimMap")
                        .in(Tensor.vector(0, 1, 2, 3, -1))
                        .values())
                .containsExactly(0, 2, 3, 1, 1);
        assertThat(Plain.op("DataFormatVecPermute")
                        .in(Tensor.vector(7, 8, 9, 10))
                        .values())
                .containsExactly(7, 10, 8, 9);
        assertThat(Plain.op("DataFormatVecPermute").in(Tensor.vector(8, 9)).values())
                .containsExactly(8, 9);
        assertThatThrownBy(Plain.op("DataFormatDimMap").in(Tensor.vector(0)).attr("dst_format", "NCHX")::run)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("must determine a permutation, got NHWC and NCHX");
    }
}
