package io.leat.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.tensor.raw.Raw;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorTextTest {
    @Test
    void small_tensors_are_printed_whole() {
        assertThat(Tensor.scalar(1.5f)).hasToString("float[] 1.5");
        assertThat(Tensor.of(Shape.of(2, 3), 1f, 2, 3, 4, 5, 6))
                .hasToString("float[2,3] [[1.0 2.0 3.0] [4.0 5.0 6.0]]");
        assertThat(Tensor.vector(true, false)).hasToString("bool[2] [true false]");
        assertThat(Tensors.complex64(Shape.of(2), 1, -2, 3, 4)).hasToString("complex64[2] [1.0-2.0j 3.0+4.0j]");
        assertThat(Tensors.uint64(Shape.of(1), -1)).hasToString("uint64[1] [18446744073709551615]");
        assertThat(Tensors.uint8(Shape.of(1), (byte) -1)).hasToString("uint8[1] [255]");
        assertThat(Tensors.float16(Shape.of(1), 0.5f)).hasToString("half[1] [0.5]");
        assertThat(Tensor.vector(Double.NaN, 1e300)).hasToString("double[2] [NaN 1.0E300]");
    }

    @Test
    void long_dimensions_are_shortened() {
        int[] values = IntStream.range(0, 100).toArray();
        assertThat(Tensor.vector(values)).hasToString("int32[100] [0 1 2 ... 97 98 99]");
        assertThat(Tensor.vector(Arrays.copyOf(values, 6))).hasToString("int32[6] [0 1 2 3 4 5]");
        assertThat(Tensor.vector(Arrays.copyOf(values, 7))).hasToString("int32[7] [0 1 2 ... 4 5 6]");
        assertThat(Tensor.of(Shape.of(4, 5, 5), values))
                .hasToString("int32[4,5,5] [[[0 ... 4] ... [20 ... 24]] ... [[75 ... 79] ... [95 ... 99]]]");
    }

    @Test
    void empty_tensors() {
        assertThat(Tensor.zeros(DType.INT32, Shape.of(3, 0))).hasToString("int32[3,0] []");
        assertThat(Tensor.zeros(DType.STRING, Shape.of(1L << 40, 0))).hasToString("string[1099511627776,0] []");
    }

    @Test
    void strings_are_quoted_and_shortened() {
        assertThat(Tensor.vector("a\"\\\n", "ü")).hasToString("string[2] [\"a\\\"\\\\\\n\" \"\\xc3\\xbc\"]");
        assertThat(Tensor.scalar("x".repeat(41))).hasToString("string[] \"" + "x".repeat(40) + "...\"");
    }

    @Test
    void the_text_stays_short_whatever_the_rank() {
        long[] dims = new long[20];
        Arrays.fill(dims, 2);
        assertThat(Tensor.zeros(DType.INT8, Shape.of(dims)).toString())
                .hasSizeLessThan(1400)
                .contains("...");
    }

    @ParameterizedTest
    @EnumSource
    void every_dtype_is_printed(DType dtype) {
        assertThat(Raw.allocate(dtype, Shape.of(1)).toString()).startsWith(dtype.signatureName() + "[1] [");
    }
}
