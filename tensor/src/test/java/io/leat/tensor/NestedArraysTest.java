package io.leat.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NestedArraysTest {
    @Test
    void every_leaf_has_its_dtype() {
        assertThat(Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}})
                        .contentEquals(Tensor.of(Shape.of(2, 3), 1f, 2, 3, 4, 5, 6)))
                .isTrue();
        assertThat(Tensor.of(new double[][] {{1}}).dtype()).isEqualTo(DType.FLOAT64);
        assertThat(Tensor.of(new int[][] {{1}}).dtype()).isEqualTo(DType.INT32);
        assertThat(Tensor.of(new long[][] {{1}}).dtype()).isEqualTo(DType.INT64);
        assertThat(Tensor.of(new short[][] {{1}}).dtype()).isEqualTo(DType.INT16);
        assertThat(Tensor.of(new boolean[][] {{true, false}}).toBooleanArray()).containsExactly(true, false);
        assertThat(Tensor.of(new String[][] {{"a"}, {"b"}}).stringAt(1, 0)).isEqualTo("b");
        assertThat(Tensor.of(new String[] {"a"}).shape()).isEqualTo(Shape.of(1));
    }

    @Test
    void higher_ranks() {
        int[][][] three = {{{1, 2}}, {{3, 4}}, {{5, 6}}};
        Tensor t = Tensor.of(three);
        assertThat(t.shape()).isEqualTo(Shape.of(3, 1, 2));
        assertThat(t.toIntArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Tensor.of(new float[2][3][4][5]).shape()).isEqualTo(Shape.of(2, 3, 4, 5));
        assertThat(Tensor.of(new float[1][1][1][1][1][1]).shape().rank()).isEqualTo(6);
    }

    @Test
    void empty_arrays() {
        assertThat(Tensor.of(new float[0][]).shape()).isEqualTo(Shape.of(0, 0));
        assertThat(Tensor.of(new float[3][0]).shape()).isEqualTo(Shape.of(3, 0));
        assertThat(Tensor.of(new float[2][0][5]).shape()).isEqualTo(Shape.of(2, 0, 0));
    }

    @Test
    void ragged_arrays_are_refused() {
        assertThatThrownBy(() -> Tensor.of(new float[][] {{1, 2, 3}, {4, 5}}))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("the arrays are ragged: that at [1] has length 2, the first one 3");
        assertThatThrownBy(() -> Tensor.of(new int[][][] {{{1}}, {{2}, {3}}}))
                .hasMessage("the arrays are ragged: that at [1] has length 2, the first one 1");
        assertThatThrownBy(() -> Tensor.of(new int[][][] {{{1}, {2}}, {{3}, {}}}))
                .hasMessage("the arrays are ragged: that at [1, 1] has length 0, the first one 1");
        assertThatThrownBy(() -> Tensor.of(new int[][] {{}, {1}})).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void nulls_are_refused() {
        assertThatThrownBy(() -> Tensor.of(new float[2][])).hasMessage("the array at [0] is null");
        assertThatThrownBy(() -> Tensor.of(new float[][] {{1}, null})).hasMessage("the array at [1] is null");
        assertThatThrownBy(() -> Tensor.of(new String[][] {{"a", null}})).hasMessage("string 1 at [0] is null");
    }

    @Test
    void other_elements_are_refused() {
        assertThatThrownBy(() -> Tensor.of(new Object[] {1f})).hasMessage("no dtype for an array of java.lang.Object");
        assertThatThrownBy(() -> Tensor.of(new Integer[] {1})).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Tensor.of(new char[1][1])).hasMessage("no dtype for an array of char");
        assertThatThrownBy(() -> Tensor.of(new byte[1][1])).hasMessageContaining("Tensors.uint8");
    }
}
