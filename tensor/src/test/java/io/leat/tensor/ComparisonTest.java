package io.leat.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.tensor.raw.Raw;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void same_content() {
        assertThat(Tensor.vector(1f, Float.NaN).contentEquals(Tensor.vector(1f, Float.NaN)))
                .isTrue();
        assertThat(Tensor.vector(0f).contentEquals(Tensor.vector(-0f))).isFalse();
        assertThat(Tensor.vector(1f).contentEquals(Tensor.vector(2f))).isFalse();
        assertThat(Tensor.vector(1f).contentEquals(Tensor.vector(1.0))).isFalse();
        assertThat(Tensor.vector(1f).contentEquals(Tensor.scalar(1f))).isFalse();
        assertThat(Tensor.vector("a").contentEquals(Tensor.vector("a"))).isTrue();
        assertThat(Tensor.vector("a").contentEquals(Tensor.vector("b"))).isFalse();
        assertThat(Tensors.complex64(Shape.SCALAR, 1, 2).contentEquals(Tensors.complex64(Shape.SCALAR, 1, 3)))
                .isFalse();
        assertThat(Tensors.float16(Shape.SCALAR, Float.NaN).contentEquals(nanHalf()))
                .isTrue();
        assertThat(Tensor.vector(1L << 60).contentEquals(Tensor.vector((1L << 60) + 1)))
                .isFalse();
    }

    private static Tensor nanHalf() {
        return Raw.wrap(DType.FLOAT16, Shape.SCALAR, new short[] {0x7E01});
    }

    @Test
    void handles_are_compared_with_equals() {
        Tensor a = Raw.wrap(DType.VARIANT, Shape.of(2), new Object[] {1, "x"});
        Tensor b = Raw.wrap(DType.VARIANT, Shape.of(2), new Object[] {1, "x"});
        assertThat(a.contentEquals(b)).isTrue();
        assertThat(a.isClose(b, 0, 0)).isTrue();
        assertThat(Raw.allocate(DType.VARIANT, Shape.of(2)).contentEquals(b)).isFalse();
    }

    @Test
    void close_within_the_tolerances() {
        Tensor b = Tensor.vector(100f, 0f);
        assertThat(Tensor.vector(101f, 0f).isClose(b, 0.01, 0)).isTrue();
        assertThat(Tensor.vector(101.1f, 0f).isClose(b, 0.01, 0)).isFalse();
        assertThat(Tensor.vector(100f, 0.5f).isClose(b, 0.01, 0)).isFalse();
        assertThat(Tensor.vector(100f, 0.5f).isClose(b, 0, 0.5)).isTrue();
        assertThat(Tensor.vector(0f).isClose(Tensor.vector(-0f), 0, 0)).isTrue();
        assertThat(Tensor.vector(1f).isClose(Tensor.vector(1.0), 1, 1)).isFalse();
        assertThat(Tensor.vector(1f).isClose(Tensor.scalar(1f), 1, 1)).isFalse();
    }

    @Test
    void infinities_and_nan() {
        Tensor b = Tensor.vector(INFINITY, Float.NaN, 1);
        assertThat(Tensor.vector(INFINITY, Float.NaN, 1).isClose(b, 0, 0)).isTrue();
        assertThat(Tensor.vector(-INFINITY, Float.NaN, 1).isClose(b, 1, 1)).isFalse();
        assertThat(Tensor.vector(1e38f, Float.NaN, 1).isClose(b, 1, 1)).isFalse();
        assertThat(Tensor.vector(INFINITY, 1, 1).isClose(b, 1, 1)).isFalse();
        assertThat(Tensor.vector(INFINITY, Float.NaN, INFINITY).isClose(b, 1, 1))
                .isFalse();
    }

    @Test
    void complex_numbers_by_their_distance() {
        Tensor b = Tensors.complex128(Shape.SCALAR, 3, 4);
        assertThat(Tensors.complex128(Shape.SCALAR, 3.3, 4.4).isClose(b, 0.1001, 0))
                .isTrue();
        assertThat(Tensors.complex128(Shape.SCALAR, 3.4, 4.4).isClose(b, 0.1001, 0))
                .isFalse();
        Tensor nan = Tensors.complex128(Shape.SCALAR, Double.NaN, 0);
        assertThat(Tensors.complex128(Shape.SCALAR, 0, Double.NaN).isClose(nan, 0, 0))
                .isTrue();
        assertThat(b.isClose(nan, 1, 1)).isFalse();
    }

    @Test
    void integers_exactly() {
        Tensor large = Tensor.vector(1L << 60);
        assertThat(Tensor.vector((1L << 60) + 1).isClose(large, 0, 0.5)).isFalse();
        assertThat(Tensor.vector((1L << 60) + 1).isClose(large, 0, 1)).isTrue();
        assertThat(Tensor.vector(Long.MIN_VALUE).isClose(Tensor.vector(Long.MAX_VALUE), 0, 1e18))
                .isFalse();
        assertThat(Tensors.uint64(Shape.SCALAR, -1).isClose(Tensors.uint64(Shape.SCALAR, 0), 0, 1e18))
                .isFalse();
        assertThat(Tensor.of(DType.QINT8, Shape.SCALAR, 3).isClose(Tensor.of(DType.QINT8, Shape.SCALAR, 4), 0, 1))
                .isTrue();
    }

    @Test
    void bools_and_strings_must_be_the_same() {
        assertThat(Tensor.vector(true).isClose(Tensor.vector(false), 1, 1)).isFalse();
        assertThat(Tensor.vector("a").isClose(Tensor.vector("b"), 1, 1)).isFalse();
    }
}
