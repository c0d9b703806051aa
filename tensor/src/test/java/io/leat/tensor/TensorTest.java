package io.leat.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.raw.Raw;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TensorTest {
    @Test
    void scalars() {
        assertThat(Tensor.scalar(1.5f).scalarFloat()).isEqualTo(1.5f);
        assertThat(Tensor.scalar(1.5).scalarDouble()).isEqualTo(1.5);
        assertThat(Tensor.scalar(7).scalarInt()).isEqualTo(7);
        assertThat(Tensor.scalar(1L << 40).scalarLong()).isEqualTo(1L << 40);
        assertThat(Tensor.scalar(true).scalarBoolean()).isTrue();
        assertThat(Tensor.scalar("größer").scalarString()).isEqualTo("größer");
        assertThat(Tensor.of(Shape.of(1, 1), 2f).scalarFloat()).isEqualTo(2);
        assertThatThrownBy(() -> Tensor.vector(1f, 2f).scalarFloat())
                .hasMessage("a tensor of shape [2] is not a single value");
        assertThatThrownBy(() -> Tensor.zeros(DType.FLOAT32, Shape.of(0)).scalarFloat())
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void factories_copy_and_so_do_readers() {
        float[] values = {1, 2};
        Tensor t = Tensor.vector(values);
        values[0] = 9;
        t.toFloatArray()[1] = 9;
        assertThat(t.toFloatArray()).containsExactly(1, 2);
        byte[] text = {65};
        Tensor s = Tensors.strings(Shape.of(1), text);
        text[0] = 66;
        s.bytesAt(0)[0] = 66;
        assertThat(s.stringAt(0)).isEqualTo("A");
    }

    @Test
    void elements_are_read_by_index() {
        Tensor t = Tensor.of(Shape.of(2, 3), 0f, 1f, 2f, 3f, 4f, 5f);
        assertThat(t.floatAt(1, 2)).isEqualTo(5);
        assertThat(t.doubleAt(1, 0)).isEqualTo(3);
        assertThat(Tensor.vector(true, false).booleanAt(1)).isFalse();
        assertThat(Tensor.vector("a", "b").stringAt(1)).isEqualTo("b");
        assertThat(Tensor.vector(5L, 6L).longAt(1)).isEqualTo(6);
        assertThat(Tensor.vector(5, 6).intAt(1)).isEqualTo(6);
        Tensor c = Tensors.complex128(Shape.of(2), 1, 2, 3, 4);
        assertThat(c.realAt(1)).isEqualTo(3);
        assertThat(c.imagAt(1)).isEqualTo(4);
        assertThat(t.imagAt(0, 0)).isZero();
        assertThatThrownBy(() -> t.floatAt(2, 0)).hasMessage("index [2, 0] is outside shape [2,3]");
        assertThatThrownBy(() -> t.floatAt(5)).isInstanceOf(InvalidArgumentException.class);
    }

    /** Which Java types hold all values of a dtype: float, double, int, long. */
    @ParameterizedTest
    @CsvSource({
        "FLOAT32,  true,  true,  false, false",
        "FLOAT16,  true,  true,  false, false",
        "BFLOAT16, true,  true,  false, false",
        "FLOAT64,  false, true,  false, false",
        "INT8,     true,  true,  true,  true",
        "UINT8,    true,  true,  true,  true",
        "INT16,    true,  true,  true,  true",
        "UINT16,   true,  true,  true,  true",
        "INT32,    false, true,  true,  true",
        "UINT32,   false, true,  false, true",
        "INT64,    false, false, false, true",
        "UINT64,   false, false, false, true",
        "BOOL,     false, false, false, false",
        "COMPLEX64,false, false, false, false",
        "QINT8,    false, false, false, false",
        "STRING,   false, false, false, false",
    })
    void reading_widens_exactly_or_refuses(DType dtype, boolean f, boolean d, boolean i, boolean l) {
        Tensor t = Tensor.zeros(dtype, Shape.SCALAR);
        if (dtype.isNumeric() && !dtype.isComplex()) {
            t = Tensor.of(dtype, Shape.SCALAR, 100);
        }
        Tensor read = t;
        check(f, () -> assertThat(read.scalarFloat()).isEqualTo(100).isEqualTo(read.toFloatArray()[0]));
        check(d, () -> assertThat(read.scalarDouble()).isEqualTo(100).isEqualTo(read.toDoubleArray()[0]));
        check(i, () -> assertThat(read.scalarInt()).isEqualTo(100).isEqualTo(read.toIntArray()[0]));
        check(l, () -> assertThat(read.scalarLong()).isEqualTo(100).isEqualTo(read.toLongArray()[0]));
        check(d || dtype.isComplex(), () -> assertThat(read.imagAt()).isZero());
        check(dtype == DType.BOOL, () -> assertThat(read.toBooleanArray()).containsExactly(false));
        check(dtype == DType.STRING, () -> assertThat(read.toStringArray()).containsExactly(""));
    }

    private static void check(boolean allowed, Runnable read) {
        if (allowed) {
            read.run();
        } else {
            assertThatThrownBy(read::run)
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageStartingWith("this tensor is ");
        }
    }

    @Test
    void a_wrong_reader_says_what_the_tensor_is() {
        assertThatThrownBy(() -> Tensor.zeros(DType.FLOAT32, Shape.of(2, 3)).toIntArray())
                .hasMessage("this tensor is float[2,3], not int32");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RESOURCE", "VARIANT"})
    void zeros_of_every_dtype(DType dtype) {
        Tensor t = Tensor.zeros(dtype, Shape.of(2, 0, 3));
        assertThat(t.size()).isZero();
        assertThat(t.byteSize()).isZero();
        Tensor one = Tensor.zeros(dtype, Shape.of(2));
        assertThat(one.byteSize()).isEqualTo(2L * dtype.bytes());
        assertThat(one.contentEquals(Raw.allocate(dtype, Shape.of(2)))).isTrue();
    }

    @Test
    void handles_have_no_zeros() {
        assertThatThrownBy(() -> Tensor.zeros(DType.RESOURCE, Shape.SCALAR))
                .hasMessage("there is no zero of dtype resource");
    }

    @Test
    void full_repeats_one_value_of_any_dtype() {
        assertThat(Tensor.full(DType.FLOAT32, Shape.of(2), 1.5).toFloatArray()).containsExactly(1.5f, 1.5f);
        assertThat(Tensor.full(Shape.of(2), Tensor.scalar("x")).toStringArray()).containsExactly("x", "x");
        Tensor c = Tensor.full(Shape.of(2), Tensors.complex64(Shape.SCALAR, 1, 2));
        assertThat(c.imagAt(1)).isEqualTo(2);
        assertThat(Tensor.full(Shape.of(0), Tensor.scalar(1)).size()).isZero();
        assertThatThrownBy(() -> Tensor.full(Shape.of(2), Tensor.vector(1, 2)))
                .hasMessage("a tensor of shape [2] is not a single value");
        assertThatThrownBy(() -> Tensor.full(DType.INT32, Shape.of(1L << 40), 1))
                .isInstanceOf(ResourceExhaustedException.class);
    }

    @Test
    void reshaping_shares_the_elements() {
        Tensor t = Tensor.vector(1, 2, 3, 4, 5, 6);
        Tensor r = t.reshape(Shape.of(2, Shape.ANY));
        assertThat(r.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(Raw.array(r)).isSameAs(Raw.array(t));
        assertThat(r.reshape(Shape.of(2, 3))).isSameAs(r);
        assertThatThrownBy(() -> t.reshape(Shape.of(7)))
                .hasMessage("Input to reshape is a tensor with 6 values, but the requested shape has 7");
    }

    @Test
    void equality_is_identity() {
        Tensor t = Tensor.scalar(1);
        assertThat(t).isNotEqualTo(Tensor.scalar(1));
        assertThat(List.of(t)).contains(t);
    }

    @Test
    void byte_size_of_strings_is_their_length() {
        assertThat(Tensor.vector("ab", "", "ü").byteSize()).isEqualTo(4);
    }
}
