package io.leat.tensor;

import static io.leat.tensor.Shape.SCALAR;
import static io.leat.tensor.Shape.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; []; []",
                "[]; [2,3]; [2,3]",
                "[2,1]; [3]; [2,3]",
                "[1]; [0]; [0]",
                "[0]; [0]; [0]",
                "[?]; [1]; [?]",
                "[?]; [2]; [2]",
                "[?]; [?]; [?]",
                "[?]; [0]; [?]",
                "[?,4]; [2,1,1]; [2,?,4]",
                "[?]; []; [?]",
                "<unknown>; [2]; <unknown>",
                "<unknown>; <unknown>; <unknown>",
            })
    void broadcasting(String a, String b, String both) {
        Shape x = Shape.parse(a);
        Shape y = Shape.parse(b);
        assertThat(x.broadcast(y)).hasToString(both);
        assertThat(y.broadcast(x)).hasToString(both);
        assertThat(Shape.broadcast(x, y, x)).hasToString(both);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"[2]; [3]", "[0]; [2]", "[2,3]; [3,3]", "[2,3]; [?,4]", "[5,2,1]; [3,1]"})
    void what_does_not_broadcast(String a, String b) {
        assertThatThrownBy(() -> Shape.parse(a).broadcast(Shape.parse(b)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("Incompatible shapes: " + a + " vs. " + b);
        assertThatThrownBy(() -> Shape.parse(b).broadcast(Shape.parse(a)))
                .hasMessage("Incompatible shapes: " + b + " vs. " + a);
    }

    @Test
    void broadcasting_any_number_of_shapes() {
        assertThat(Shape.broadcast()).isEqualTo(SCALAR);
        assertThat(Shape.broadcast(Shape.of(2, 1, 1), Shape.of(3, 1), Shape.of(4)))
                .isEqualTo(Shape.of(2, 3, 4));
        assertThat(Shape.broadcast(Shape.of(2), UNKNOWN, Shape.of(2))).isEqualTo(UNKNOWN);
    }

    @Test
    void merging_takes_what_either_knows() {
        assertThat(Shape.parse("[2,?]").merge(Shape.parse("[?,3]"))).isEqualTo(Shape.of(2, 3));
        assertThat(UNKNOWN.merge(Shape.of(1))).isEqualTo(Shape.of(1));
        assertThat(Shape.of(1).merge(UNKNOWN)).isEqualTo(Shape.of(1));
        assertThat(SCALAR.merge(Shape.of())).isEqualTo(SCALAR);
        assertThat(Shape.mergeDims(Shape.ANY, 3)).isEqualTo(3);
        assertThat(Shape.mergeDims(3, Shape.ANY)).isEqualTo(3);
        assertThat(Shape.mergeDims(Shape.ANY, Shape.ANY)).isEqualTo(Shape.ANY);
    }

    @Test
    void merging_refuses_contradictions_in_tensorflows_words() {
        assertThatThrownBy(() -> Shape.of(1, 2).merge(Shape.of(1, 3)))
                .hasMessage("Dimension 1 in both shapes must be equal, but are 2 and 3. Shapes are [1,2] and [1,3].");
        assertThatThrownBy(() -> Shape.of(1, 2).merge(Shape.of(1)))
                .hasMessage("Shapes must be equal rank, but are 2 and 1");
        assertThatThrownBy(() -> Shape.mergeDims(2, 5)).hasMessage("Dimensions must be equal, but are 2 and 5");
    }

    @Test
    void compatibility_is_the_absence_of_contradiction() {
        assertThat(Shape.parse("[2,?]").isCompatibleWith(Shape.parse("[?,3]"))).isTrue();
        assertThat(Shape.of(2).isCompatibleWith(UNKNOWN)).isTrue();
        assertThat(Shape.of(2).isCompatibleWith(Shape.of(3))).isFalse();
        assertThat(Shape.of(2).isCompatibleWith(SCALAR)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"[2,?]; 6; [2,3]", "[?]; 0; [0]", "[?,3]; 0; [0,3]", "[6]; 6; [6]", "[]; 1; []", "[0]; 0; [0]"})
    void filling_in_the_unknown_dimension(String shape, long elements, String filled) {
        assertThat(Shape.parse(shape).fillFor(elements)).hasToString(filled);
    }

    @Test
    void filling_in_refuses_what_does_not_fit() {
        assertThatThrownBy(() -> Shape.of(21).fillFor(4))
                .hasMessage("Input to reshape is a tensor with 4 values, but the requested shape has 21");
        assertThatThrownBy(() -> Shape.parse("[2,?]").fillFor(5))
                .hasMessage("Input to reshape is a tensor with 5 values, but the requested shape requires a multiple "
                        + "of 2");
        assertThatThrownBy(() -> Shape.parse("[0,?]").fillFor(0)).hasMessageContaining("cannot infer");
        assertThatThrownBy(() -> Shape.parse("[?,?]").fillFor(4))
                .hasMessage("Only one input size may be -1, not both 0 and 1");
        assertThatThrownBy(() -> Shape.parse("[4294967296,4294967296,?]").fillFor(4))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> UNKNOWN.fillFor(4)).isInstanceOf(InvalidArgumentException.class);
    }
}
