package io.leat.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Array;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DTypeTest {
    @ParameterizedTest
    @EnumSource
    void is_found_by_its_number_and_names(DType dtype) {
        assertThat(DType.ofNumber(dtype.number())).isEqualTo(dtype);
        assertThat(DType.ofNumber(dtype.number() + 100)).isEqualTo(dtype);
        assertThat(DType.ofName(dtype.signatureName())).isEqualTo(dtype);
        assertThat(DType.ofName(dtype.numpyName())).isEqualTo(dtype);
        assertThat(DType.ofName(dtype.protoName())).isEqualTo(dtype);
        assertThat(DType.ofName(dtype.signatureName() + "_ref")).isEqualTo(dtype);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 24, 31, 32, 100, 101 + 23, 1 << 20, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void unknown_numbers_are_refused(int number) {
        assertThatThrownBy(() -> DType.ofNumber(number)).isInstanceOf(InvalidArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DT_", "_ref", "floaty", "DT_INVALID", "FLOAT"})
    void unknown_names_are_refused(String name) {
        assertThatThrownBy(() -> DType.ofName(name))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("'" + name + "'");
    }

    @ParameterizedTest
    @EnumSource
    void arrays_have_the_size_and_kind_of_the_dtype(DType dtype) {
        Object array = dtype.newArray(3);
        assertThat(Array.getLength(array)).isEqualTo(3 * dtype.lanes());
        assertThat(dtype.isKeptIn(array)).isTrue();
        int kinds = 0;
        for (DType.Storage storage : DType.Storage.values()) {
            DType representative = dtype;
            for (DType d : DType.values()) {
                representative = d.storage() == storage ? d : representative;
            }
            kinds += dtype.isKeptIn(representative.newArray(1)) ? 1 : 0;
        }
        assertThat(kinds).isLessThanOrEqualTo(1);
        assertThat(Array.getLength(dtype.newArray(0))).isZero();
    }

    @Test
    void strings_and_handles_are_kept_in_different_arrays() {
        assertThat(DType.STRING.isKeptIn(new Object[1])).isFalse();
        assertThat(DType.STRING.isKeptIn(new String[1])).isFalse();
        assertThat(DType.RESOURCE.isKeptIn(new byte[1][])).isFalse();
        assertThat(DType.RESOURCE.isKeptIn(new Object[1])).isTrue();
    }

    @Test
    void arrays_of_impossible_sizes_are_refused() {
        assertThatThrownBy(() -> DType.FLOAT32.newArray(1L << 31))
                .isInstanceOf(ResourceExhaustedException.class)
                .hasMessage("a float tensor of 2147483648 elements is too large: at most 2147483647 are possible");
        assertThatThrownBy(() -> DType.COMPLEX64.newArray(1L << 30)).isInstanceOf(ResourceExhaustedException.class);
        assertThatThrownBy(() -> DType.COMPLEX64.newArray(Long.MAX_VALUE))
                .isInstanceOf(ResourceExhaustedException.class);
        assertThatThrownBy(() -> DType.STRING.newArray(-1)).isInstanceOf(InvalidArgumentException.class);
    }
}
