package io.leat.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.raw.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorsTest {
    private static final Shape TWO = Shape.of(2);

    @Test
    void sixteen_bit_floats_round() {
        assertThat(Tensors.float16(TWO, 0x1.002p0f, 65520).toFloatArray()).containsExactly(1, Float.POSITIVE_INFINITY);
        assertThat(Tensors.bfloat16(TWO, 0x1.01p0f, 3).toFloatArray()).containsExactly(1, 3);
    }

    @Test
    void integers() {
        assertThat(Tensors.int8(TWO, (byte) -1, (byte) 2).toIntArray()).containsExactly(-1, 2);
        assertThat(Tensors.uint8(TWO, (byte) -1, (byte) 2).toIntArray()).containsExactly(255, 2);
        assertThat(Tensors.int16(TWO, (short) -1, (short) 2).toIntArray()).containsExactly(-1, 2);
        assertThat(Tensors.uint16(TWO, (short) -1, (short) 2).toIntArray()).containsExactly(65535, 2);
        assertThat(Tensors.uint32(TWO, -1, 2).toLongArray()).containsExactly(0xFFFF_FFFFL, 2);
        assertThat(Tensors.uint64(TWO, -1, 2).toLongArray()).containsExactly(-1, 2);
    }

    @Test
    void complex_numbers_from_pairs_and_from_parts() {
        Tensor pairs = Tensors.complex64(TWO, 1, 2, 3, 4);
        Tensor parts = Tensors.complex64(TWO, new float[] {1, 3}, new float[] {2, 4});
        assertThat(parts.contentEquals(pairs)).isTrue();
        assertThat(pairs.realAt(1)).isEqualTo(3);
        Tensor doublePairs = Tensors.complex128(TWO, 1, 2, 3, 4);
        assertThat(Tensors.complex128(TWO, new double[] {1, 3}, new double[] {2, 4})
                        .contentEquals(doublePairs))
                .isTrue();
        assertThatThrownBy(() -> Tensors.complex64(TWO, new float[2], new float[1]))
                .hasMessage("2 real parts and 1 imaginary parts");
        assertThatThrownBy(() -> Tensors.complex64(TWO, 1, 2))
                .hasMessage("a complex64 tensor of shape [2] needs 4 values, not 2");
    }

    @ParameterizedTest
    @CsvSource({
        "INT8, 128",
        "INT8, -129",
        "UINT8, -1",
        "UINT8, 256",
        "INT16, 32768",
        "UINT16, 65536",
        "INT32, 2147483648",
        "UINT32, -1",
        "UINT32, 4294967296",
        "INT64, 9223372036854775808",
        "UINT64, 18446744073709551616",
        "UINT64, -1",
        "INT32, 0.5",
        "INT64, NaN",
        "UINT8, Infinity",
        "BOOL, 2",
        "QINT8, 200"
    })
    void integers_that_the_dtype_does_not_have_are_refused(DType dtype, double value) {
        assertThatThrownBy(() -> Tensor.of(dtype, Shape.SCALAR, value))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage(value + " is not a value of dtype " + dtype.signatureName());
    }

    @ParameterizedTest
    @CsvSource({
        "INT8, -128",
        "UINT8, 255",
        "INT32, -2147483648",
        "INT64, -9223372036854775808",
        "UINT32, 4294967295",
        "UINT64, 9223372036854775808",
        "BOOL, 1"
    })
    void the_ends_of_the_integers_are_accepted(DType dtype, double value) {
        Tensor t = Tensor.of(dtype, Shape.SCALAR, value);
        assertThat(Elements.of(t).real(0)).isEqualTo(value);
    }

    @Test
    void values_are_counted_and_strings_are_no_numbers() {
        assertThatThrownBy(() -> Tensor.of(DType.INT8, TWO, 1))
                .hasMessage("a int8 tensor of shape [2] needs 2 values, not 1");
        assertThatThrownBy(() -> Tensor.of(DType.STRING, TWO, 1, 2)).hasMessage("a string tensor has no numbers");
        assertThatThrownBy(() -> Tensor.of(TWO, 1f, 2f, 3f)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Tensor.of(Shape.of(-1), 1f)).hasMessage("shape [?] is not fully known");
        assertThatThrownBy(() -> Tensor.of(Shape.of(1L << 32, 1L << 32), 1f))
                .isInstanceOf(InvalidArgumentException.class);
    }
}
