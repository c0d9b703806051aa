package io.leat.tensor;

import static io.leat.tensor.Shape.ANY;
import static io.leat.tensor.Shape.SCALAR;
import static io.leat.tensor.Shape.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[2,?,3]; [2,?,3]; (2, None, 3)",
                "(2, None, 3); [2,?,3]; (2, None, 3)",
                "[]; []; ()",
                "(5,); [5]; (5,)",
                "[ -1 , 0 ]; [?,0]; (None, 0)",
                "<unknown>; <unknown>; <unknown>",
            })
    void is_read_and_written(String text, String signatureForm, String pythonForm) {
        Shape shape = Shape.parse(text);
        assertThat(shape.toString()).isEqualTo(signatureForm);
        assertThat(shape.pythonForm()).isEqualTo(pythonForm);
        assertThat(Shape.parse(signatureForm)).isEqualTo(shape);
        assertThat(Shape.parse(pythonForm)).isEqualTo(shape);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[", "]", "2,3", "[2,3)", "[,]", "[2,,3]", "[2,,]", "[x]", "[2 3]", "[99999999999999999999]"
            })
    void text_that_is_no_shape_is_refused(String text) {
        assertThatThrownBy(() -> Shape.parse(text))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("'" + text + "' is not a shape");
    }

    @Test
    void negative_sizes_and_ranks_are_refused() {
        assertThatThrownBy(() -> Shape.of(2, -2)).hasMessage("Dimension -2 must be >= 0");
        assertThatThrownBy(() -> Shape.parse("[-2]")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Shape.ofRank(-1)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void size_counts_elements_and_knows_when_it_does_not_know() {
        assertThat(SCALAR.size()).isEqualTo(1);
        assertThat(Shape.of(2, 3).size()).isEqualTo(6);
        assertThat(Shape.of(2, ANY).size()).isEqualTo(ANY);
        assertThat(Shape.of(ANY, 0).size()).isZero();
        assertThat(UNKNOWN.size()).isEqualTo(ANY);
        assertThat(Shape.of(1L << 31, (1L << 32) - 1).size()).isEqualTo((1L << 63) - (1L << 31));
        assertThat(Shape.of(1L << 40, 1L << 40, 0).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[4294967296,2147483648]", "[4294967296,4294967296]", "[9223372036854775807,2,?]"})
    void too_large_sizes_are_refused(String text) {
        assertThatThrownBy(() -> Shape.parse(text).size())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("a tensor of shape " + text + " has more than 2^63-1 elements");
    }

    @Test
    void dimensions_count_from_either_end() {
        Shape s = Shape.of(2, 3, 4);
        assertThat(s.dim(0)).isEqualTo(2);
        assertThat(s.dim(-1)).isEqualTo(4);
        assertThat(s.withDim(-2, ANY)).isEqualTo(Shape.of(2, ANY, 4));
        assertThat(s.slice(1, -1)).isEqualTo(Shape.of(3));
        assertThat(s.slice(1, 1)).isEqualTo(SCALAR);
        assertThat(s.from(-2)).isEqualTo(Shape.of(3, 4));
        assertThat(s.from(3)).isEqualTo(SCALAR);
        assertThat(s.intDims()).containsExactly(2, 3, 4);
        for (int i : new int[] {3, -4, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> s.dim(i)).hasMessage("shape [2,3,4] has no dimension " + i);
            assertThatThrownBy(() -> s.withDim(i, 1)).isInstanceOf(InvalidArgumentException.class);
            assertThatThrownBy(() -> s.slice(i, i + 1)).isInstanceOf(InvalidArgumentException.class);
        }
        assertThatThrownBy(() -> s.slice(2, 1)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Shape.of(1L << 31).intDims()).hasMessageContaining("too large");
    }

    @Test
    void an_unknown_rank_stays_unknown() {
        assertThat(UNKNOWN.rank()).isEqualTo(-1);
        assertThat(UNKNOWN.isScalar()).isFalse();
        assertThat(UNKNOWN.dim(7)).isEqualTo(ANY);
        assertThat(UNKNOWN.withDim(0, 1)).isEqualTo(UNKNOWN);
        assertThat(UNKNOWN.slice(1, 2)).isEqualTo(UNKNOWN);
        assertThat(UNKNOWN.from(1)).isEqualTo(UNKNOWN);
        assertThat(UNKNOWN.concat(SCALAR)).isEqualTo(UNKNOWN);
        assertThat(Shape.of(1).concat(UNKNOWN)).isEqualTo(UNKNOWN);
        assertThat(UNKNOWN.withRank(2)).isEqualTo(Shape.of(ANY, ANY));
        assertThat(UNKNOWN.withRankAtLeast(2)).isEqualTo(UNKNOWN);
        assertThatThrownBy(UNKNOWN::dims).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(UNKNOWN::strides).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> UNKNOWN.offset(0)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void ranks_are_checked_in_tensorflows_words() {
        Shape s = Shape.of(2, 3);
        assertThat(s.withRank(2).withRankAtLeast(2).withRankAtMost(2)).isSameAs(s);
        assertThatThrownBy(() -> s.withRank(3)).hasMessage("Shape must be rank 3 but is rank 2");
        assertThatThrownBy(() -> s.withRankAtLeast(3)).hasMessage("Shape must be at least rank 3 but is rank 2");
        assertThatThrownBy(() -> s.withRankAtMost(1)).hasMessage("Shape must be at most rank 1 but is rank 2");
    }

    @Test
    void offsets_number_the_elements_in_row_major_order() {
        Shape s = Shape.of(2, 3, 4);
        long[] strides = s.strides();
        assertThat(strides).containsExactly(12, 4, 1);
        int n = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 4; k++) {
                    assertThat(s.offset(i, j, k)).isEqualTo(n++);
                    assertThat(i * strides[0] + j * strides[1] + k).isEqualTo(s.offset(i, j, k));
                }
            }
        }
        assertThat(SCALAR.offset()).isZero();
        assertThat(SCALAR.strides()).isEmpty();
    }

    @Test
    void offsets_outside_are_refused() {
        Shape s = Shape.of(2, 3);
        for (int[] index : new int[][] {{}, {0}, {0, 0, 0}, {2, 0}, {0, 3}, {-1, 0}, {0, Integer.MIN_VALUE}}) {
            assertThatThrownBy(() -> s.offset(index))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("is outside shape [2,3]");
        }
        assertThatThrownBy(() -> Shape.of(0).offset(0)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Shape.of(ANY).offset(0)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void equality_is_that_of_the_dimensions() {
        assertThat(Shape.of(1, 2)).isEqualTo(Shape.of(1, 2)).hasSameHashCodeAs(Shape.of(1, 2));
        assertThat(Shape.of()).isSameAs(SCALAR);
        assertThat(UNKNOWN).isNotEqualTo(SCALAR);
        assertThat(Shape.of(ANY)).isNotEqualTo(Shape.of(1));
    }

    @Test
    void the_callers_array_is_not_kept() {
        long[] dims = {2, 3};
        Shape s = Shape.of(dims);
        dims[0] = 9;
        s.dims()[1] = 9;
        assertThat(s).isEqualTo(Shape.of(2, 3));
    }
}
