package io.leat.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.raw.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorDataTest {
    @ParameterizedTest
    @EnumSource
    void every_dtype_has_its_class(DType dtype) {
        Tensor t = Raw.allocate(dtype, Shape.of(2, 3));
        TensorData data = t.data();
        assertThat(data.dtype()).isEqualTo(dtype);
        assertThat(data.shape()).isEqualTo(Shape.of(2, 3));
        int capacity = switch (data) {
            case TensorData.Bytes d -> d.buffer().capacity();
            case TensorData.Shorts d -> d.buffer().capacity();
            case TensorData.Ints d -> d.buffer().capacity();
            case TensorData.Longs d -> d.buffer().capacity();
            case TensorData.Floats d -> d.buffer().capacity();
            case TensorData.Doubles d -> d.buffer().capacity();
            case TensorData.Strings d -> d.textAt(1, 2).isEmpty() ? 6 : -1;
            case TensorData.Objects d -> d.at(1, 2) == null ? 6 : -1;
        };
        assertThat(capacity).isEqualTo(6 * dtype.lanes());
    }

    @Test
    void elements_are_as_they_are_kept() {
        assertThat(((TensorData.Bytes) Tensors.uint8(Shape.of(1), (byte) -1).data()).at(0))
                .isEqualTo((byte) -1);
        assertThat(((TensorData.Shorts) Tensors.float16(Shape.of(1), 1).data()).at(0))
                .isEqualTo((short) 0x3C00);
        assertThat(((TensorData.Ints) Tensor.vector(4, 5).data()).at(1)).isEqualTo(5);
        assertThat(((TensorData.Longs) Tensor.vector(4L, 5L).data()).at(1)).isEqualTo(5);
        assertThat(((TensorData.Floats) Tensor.vector(4f, 5f).data()).at(1)).isEqualTo(5);
        assertThat(((TensorData.Doubles) Tensor.scalar(4.0).data()).at()).isEqualTo(4);
    }

    @Test
    void complex_elements_take_the_part_as_last_index() {
        var data =
                (TensorData.Floats) Tensors.complex64(Shape.of(2), 1, 2, 3, 4).data();
        assertThat(data.at(1, 0)).isEqualTo(3);
        assertThat(data.at(1, 1)).isEqualTo(4);
        assertThatThrownBy(() -> data.at(1)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> data.at(1, 2)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void nothing_can_be_changed() {
        Tensor t = Tensor.vector("a");
        ((TensorData.Strings) t.data()).at(0)[0] = 66;
        assertThat(t.stringAt(0)).isEqualTo("a");
        assertThat(((TensorData.Doubles) Tensor.scalar(1.0).data()).buffer().isReadOnly())
                .isTrue();
    }
}
