package io.leat.tensor.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.Tensors;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ElementsTest {
    private static final byte[] A = "a".getBytes(StandardCharsets.UTF_8);
    private static final byte[] B = "b".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"STRING", "RESOURCE", "VARIANT", "BOOL"})
    void small_numbers_are_kept_by_every_dtype(DType dtype) {
        Elements e = Elements.allocate(dtype, Shape.of(2, 2));
        assertThat(e.size()).isEqualTo(4);
        assertThat(e.shape()).isEqualTo(Shape.of(2, 2));
        assertThat(e.dtype()).isEqualTo(dtype);
        e.set(0, 5.0);
        e.setInteger(1, 6);
        e.set(2, 7.0, 8.0);
        e.setUnsigned(3, 9);
        assertThat(e.real(0)).isEqualTo(5);
        assertThat(e.real(1)).isEqualTo(6);
        assertThat(e.real(2)).isEqualTo(7);
        assertThat(e.real(3)).isEqualTo(9);
        assertThat(e.integer(2)).isEqualTo(7);
        assertThat(e.imag(2)).isEqualTo(dtype.isComplex() ? 8 : 0);
        e.set(2, 1.0);
        assertThat(e.imag(2)).isZero();
        e.set(2, true);
        assertThat(e.truth(2)).isTrue();
        e.set(2, false);
        assertThat(e.truth(2)).isFalse();
        assertThat(e.real(1)).isEqualTo(6);
        assertThat(e.real(3)).isEqualTo(9);
    }

    @Test
    void bools_are_0_and_1() {
        Elements e = Elements.allocate(DType.BOOL, Shape.of(4));
        e.set(0, 0.25);
        e.set(1, Double.NaN);
        e.setInteger(2, 256);
        e.set(3, -0.0);
        assertThat(Raw.bytes(e.tensor())).containsExactly(1, 1, 1, 0);
    }

    @Test
    void unsigned_elements_are_widened_but_uint64() {
        assertThat(Elements.of(Tensors.uint8(Shape.of(1), (byte) -1)).integer(0))
                .isEqualTo(255);
        assertThat(Elements.of(Tensors.uint16(Shape.of(1), (short) -1)).real(0)).isEqualTo(65535);
        assertThat(Elements.of(Tensors.uint32(Shape.of(1), -1)).integer(0)).isEqualTo(0xFFFF_FFFFL);
        Elements e = Elements.of(Tensors.uint64(Shape.of(1), -1));
        assertThat(e.integer(0)).isEqualTo(-1);
        assertThat(e.real(0)).isEqualTo(0x1p64);
    }

    @Test
    void integers_are_rounded_once() {
        // By way of double this would first become 2^60 + 2^36, a tie between floats, and then 2^60.
        long value = (1L << 60) + (1L << 36) + 1;
        Elements e = Elements.allocate(DType.FLOAT32, Shape.of(2));
        e.setInteger(0, value);
        e.set(1, (double) value);
        assertThat(Raw.floats(e.tensor())).containsExactly(0x1.000002p60f, 0x1p60f);
    }

    @ParameterizedTest
    @EnumSource
    void elements_are_copied_whatever_their_dtype(DType dtype) {
        Elements from = Elements.allocate(dtype, Shape.of(4));
        for (int i = 0; i < 4; i++) {
            fill(from, i, i + 1);
        }
        Elements to = Elements.allocate(dtype, Shape.of(6));
        for (int i = 0; i < 6; i++) {
            fill(to, i, 0);
        }
        from.copyRange(1, to, 2, 3);
        from.copy(0, to, 0);
        int[] expected = {0, -1, 1, 2, 3, -1};
        for (int i = 0; i < 6; i++) {
            Elements zero = Elements.allocate(dtype, Shape.of(1));
            fill(zero, 0, 0);
            assertThat(expected[i] < 0 ? to.same(i, zero, 0) : to.same(i, from, expected[i]))
                    .as("element %d", i)
                    .isTrue();
        }
        to.copyRange(2, to, 3, 3);
        assertThat(to.same(3, from, 1) && to.same(4, from, 2) && to.same(5, from, 3))
                .isTrue();
    }

    private static void fill(Elements e, int i, int value) {
        switch (e.dtype()) {
            case STRING -> e.setString(i, new byte[value]);
            case RESOURCE, VARIANT -> e.setObject(i, value);
            default -> e.set(i, value, value + 1);
        }
    }

    @Test
    void copies_between_dtypes_and_outside_are_refused() {
        Elements ints = Elements.of(Tensor.vector(1, 2));
        Elements floats = Elements.of(Tensor.vector(1f, 2f));
        assertThatThrownBy(() -> ints.copy(0, floats, 0))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("cannot copy int32 elements to float");
        assertThatThrownBy(() -> ints.copyRange(1, ints, 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ints.real(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void strings_and_handles_have_no_numbers_and_numbers_no_strings() {
        Elements strings = Elements.of(Tensor.vector("a"));
        Elements handles = Elements.allocate(DType.RESOURCE, Shape.of(1));
        Elements ints = Elements.of(Tensor.vector(1));
        assertThatThrownBy(() -> strings.real(0)).hasMessage("an element of dtype string is not a number");
        assertThatThrownBy(() -> strings.imag(0)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> strings.set(0, 1.0)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> strings.setInteger(0, 1)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> strings.object(0)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> strings.setObject(0, 1)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> strings.cast(0, ints, 0)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> ints.cast(0, strings, 0)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> handles.integer(0)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> handles.string(0)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> handles.setString(0, A)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> handles.compare(0, handles, 0)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> ints.string(0)).hasMessage("an element of dtype int32 is not a string");
        assertThatThrownBy(() -> ints.object(0)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> ints.setString(0, A)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> ints.setObject(0, A)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void new_strings_are_empty() {
        assertThat(Elements.allocate(DType.STRING, Shape.of(1)).string(0)).isEmpty();
    }

    @Test
    void order_and_sameness() {
        Elements f = Elements.of(Tensor.vector(-0f, 0f, Float.NaN, Float.intBitsToFloat(0x7FC00001)));
        assertThat(f.same(0, f, 1)).isFalse();
        assertThat(f.same(2, f, 3)).isTrue();
        assertThat(f.compare(0, f, 1)).isNegative();
        assertThat(f.compare(2, f, 1)).isPositive();
        Elements u = Elements.of(Tensors.uint64(Shape.of(2), -1, 1));
        assertThat(u.compare(0, u, 1)).isPositive();
        Elements i = Elements.of(Tensor.vector(Long.MIN_VALUE, Long.MAX_VALUE));
        assertThat(i.compare(0, i, 1)).isNegative();
        Elements s = Elements.of(Tensors.strings(Shape.of(3), A, B, new byte[] {(byte) 200}));
        assertThat(s.compare(0, s, 1)).isNegative();
        assertThat(s.compare(2, s, 1)).isPositive();
        assertThat(s.same(0, Elements.of(Tensor.vector("a")), 0)).isTrue();
        Elements c = Elements.of(Tensors.complex64(Shape.of(2), 1, 2, 1, 3));
        assertThat(c.same(0, c, 1)).isFalse();
        assertThatThrownBy(() -> c.compare(0, c, 1)).hasMessage("an element of dtype complex64 is not ordered");
    }
}
