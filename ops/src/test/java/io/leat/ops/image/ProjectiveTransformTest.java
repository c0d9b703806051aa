package io.leat.ops.image;

import static io.leat.ops.Plain.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.ops.Plain;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ProjectiveTransformTest {
    private static final Tensor IMAGE = Plain.counting(DType.FLOAT32, 1, 2, 3, 1);

    private static Plain transform(String interpolation, String mode, double... parameters) {
        return Plain.op("ImageProjectiveTransformV3")
                .in(IMAGE, floats(Shape.of(1, 8), parameters), Tensor.vector(2, 3), Tensor.scalar(9f))
                .attr("interpolation", interpolation)
                .attr("fill_mode", mode);
    }

    @Test
    void moves() {
        double[] right = {1, 0, 1, 0, 1, 0, 0, 0};
        assertThat(transform("NEAREST", "CONSTANT", right).values()).containsExactly(1, 2, 9, 4, 5, 9);
        assertThat(transform("NEAREST", "NEAREST", right).values()).containsExactly(1, 2, 2, 4, 5, 5);
        assertThat(transform("NEAREST", "REFLECT", right).values()).containsExactly(1, 2, 2, 4, 5, 5);
        assertThat(transform("NEAREST", "WRAP", right).values()).containsExactly(1, 2, 0, 4, 5, 3);
    }

    @Test
    void interpolates() {
        double[] half = {1, 0, 0.5, 0, 1, 0, 0, 0};
        assertThat(transform("BILINEAR", "CONSTANT", half).values()).containsExactly(0.5, 1.5, 5.5, 3.5, 4.5, 7);
    }

    @Test
    void projectsOnTheLineThatVanishes() {
        double[] vanishing = {1, 0, 0, 0, 1, 0, -1, 0};
        assertThat(transform("NEAREST", "NEAREST", vanishing).values()[1]).isEqualTo(9);
    }

    @Test
    void rejectsUnknownModes() {
        assertThatThrownBy(transform("CUBIC", "WRAP", 1, 0, 0, 0, 1, 0, 0, 0)::run)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Invalid interpolation CUBIC");
        assertThatThrownBy(transform("NEAREST", "FOLD", 1, 0, 0, 0, 1, 0, 0, 0)::run)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Invalid mode FOLD");
    }
}
