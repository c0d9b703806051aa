package io.leat.tensor.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.ResourceExhaustedException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RawTest {
    @Test
    void wraps_without_copying() {
        float[] a = {1, 2, 3, 4};
        Tensor t = Raw.wrap(DType.COMPLEX64, Shape.of(2), a);
        assertThat(Raw.floats(t)).isSameAs(a);
        assertThat(Raw.array(t.reshape(Shape.of(2, 1)))).isSameAs(a);
    }

    @Test
    void arrays_of_another_kind_or_length_are_refused() {
        assertThatThrownBy(() -> Raw.wrap(DType.FLOAT32, Shape.of(2), new int[2]))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("the values of a float tensor cannot be kept in a int[]");
        assertThatThrownBy(() -> Raw.wrap(DType.COMPLEX64, Shape.of(2), new float[2]))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("a complex64 tensor of shape [2] needs 4 values, not 2");
        assertThatThrownBy(() -> Raw.wrap(DType.STRING, Shape.of(2), new String[2]))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Raw.wrap(DType.FLOAT32, Shape.of(2), "no array"))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Raw.wrap(DType.FLOAT32, Shape.of(-1), new float[1]))
                .hasMessage("shape [?] is not fully known");
        assertThatThrownBy(() -> Raw.wrap(DType.FLOAT32, Shape.parse("[0,?]"), new float[0]))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Raw.wrap(DType.FLOAT32, Shape.UNKNOWN, new float[1]))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void allocates_every_dtype(DType dtype) {
        Tensor t = Raw.allocate(dtype, Shape.of(2, 3));
        assertThat(t.dtype()).isEqualTo(dtype);
        assertThat(t.size()).isEqualTo(6);
        assertThat(dtype.isKeptIn(Raw.array(t))).isTrue();
    }

    @Test
    void impossible_allocations_are_refused() {
        assertThatThrownBy(() -> Raw.allocate(DType.FLOAT32, Shape.of(1L << 20, 1L << 20)))
                .isInstanceOf(ResourceExhaustedException.class);
        assertThatThrownBy(() -> Raw.allocate(DType.FLOAT32, Shape.of(1L << 40, 1L << 40)))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Raw.allocate(DType.FLOAT32, Shape.of(-1))).hasMessage("shape [?] is not fully known");
    }
}
