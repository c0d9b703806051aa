package io.leat.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.raw.Elements;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.ShortBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransfersTest {
    private static final Shape SHAPE = Shape.of(3);

    static Stream<DType> fixedSize() {
        return Stream.of(DType.values()).filter(d -> d.storage() != DType.Storage.OBJECT);
    }

    private static Tensor sample(DType dtype) {
        Elements e = Elements.allocate(dtype, SHAPE);
        for (int i = 0; i < 3; i++) {
            e.set(i, i * 7 + 1, i - 5);
        }
        return e.tensor();
    }

    @ParameterizedTest
    @MethodSource("fixedSize")
    void byte_buffers_of_either_kind_and_order_round_trip(DType dtype) {
        Tensor t = sample(dtype);
        int bytes = 3 * dtype.bytes();
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            for (ByteBuffer buffer :
                    new ByteBuffer[] {ByteBuffer.allocate(bytes + 6), ByteBuffer.allocateDirect(bytes + 6)}) {
                // An odd position: no alignment is asked for.
                buffer.order(order).position(1);
                t.copyTo(buffer);
                assertThat(buffer.position()).isEqualTo(1 + bytes);
                buffer.flip().position(1);
                assertThat(Tensors.from(dtype, SHAPE, buffer).contentEquals(t)).isTrue();
                assertThat(Tensors.from(dtype, SHAPE, buffer.asReadOnlyBuffer().order(order))
                                .contentEquals(t))
                        .isTrue();
                assertThat(buffer.position()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fixedSize")
    void segments_and_bytes_round_trip(DType dtype) {
        Tensor t = sample(dtype);
        try (var arena = Arena.ofConfined()) {
            MemorySegment segment = arena.allocate(3L * dtype.bytes() + 9).asSlice(1);
            t.copyTo(segment);
            MemorySegment exact = segment.asSlice(0, 3L * dtype.bytes());
            assertThat(Tensors.from(dtype, SHAPE, exact).contentEquals(t)).isTrue();
            assertThat(Tensors.from(dtype, SHAPE, exact.asReadOnly()).contentEquals(t))
                    .isTrue();
        }
        byte[] bytes = t.toBytes();
        assertThat(bytes).hasSize(3 * dtype.bytes());
        assertThat(Tensors.fromBytes(dtype, SHAPE, bytes).contentEquals(t)).isTrue();
    }

    @Test
    void typed_buffers_round_trip() {
        FloatBuffer floats = FloatBuffer.allocate(8).position(1);
        Tensor c = Tensors.complex64(SHAPE, 1, 2, 3, 4, 5, 6);
        c.copyTo(floats);
        assertThat(floats.position()).isEqualTo(7);
        assertThat(Tensors.from(DType.COMPLEX64, SHAPE, floats.flip().position(1))
                        .contentEquals(c))
                .isTrue();

        IntBuffer ints = ByteBuffer.allocate(13)
                .slice(1, 12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer();
        Tensor.vector(1, 2, 3).copyTo(ints);
        assertThat(ints.remaining()).isZero();
        assertThat(Tensors.from(DType.INT32, SHAPE, ints.flip()).toIntArray()).containsExactly(1, 2, 3);

        LongBuffer longs = LongBuffer.wrap(new long[] {1, 2, 3}).asReadOnlyBuffer();
        assertThat(Tensors.from(DType.UINT64, SHAPE, longs).toLongArray()).containsExactly(1, 2, 3);
        DoubleBuffer doubles = ByteBuffer.allocateDirect(24).asDoubleBuffer();
        Tensor.vector(1.0, 2, 3).copyTo(doubles);
        assertThat(doubles.get(2)).isEqualTo(3);
        ShortBuffer shorts = ShortBuffer.allocate(3);
        Tensors.float16(SHAPE, 1, 2, 3).copyTo(shorts);
        assertThat(shorts.get(0)).isEqualTo((short) 0x3C00);
    }

    @Test
    void bytes_are_little_endian_and_bools_become_0_and_1() {
        assertThat(Tensor.vector(1, 258).toBytes()).containsExactly(1, 0, 0, 0, 2, 1, 0, 0);
        Tensor b = Tensors.fromBytes(DType.BOOL, SHAPE, new byte[] {0, 2, -1});
        assertThat(b.contentEquals(Tensor.vector(false, true, true))).isTrue();
    }

    @Test
    void the_tensor_does_not_see_later_changes_of_the_buffer() {
        float[] values = {1, 2, 3};
        Tensor t = Tensors.from(DType.FLOAT32, SHAPE, FloatBuffer.wrap(values));
        values[0] = 9;
        assertThat(t.toFloatArray()).containsExactly(1, 2, 3);
    }

    @Test
    void a_float_view_is_read_only() {
        FloatBuffer view = Tensor.vector(1f, 2f).asFloatBuffer();
        assertThat(view.get(1)).isEqualTo(2);
        assertThatThrownBy(() -> view.put(0, 9f)).isInstanceOf(ReadOnlyBufferException.class);
        assertThatThrownBy(() -> Tensor.vector(1).asFloatBuffer()).hasMessage("this tensor is int32[1], not float");
    }

    @Test
    void wrong_sizes_are_refused() {
        assertThatThrownBy(() -> Tensors.from(DType.FLOAT32, SHAPE, FloatBuffer.allocate(4)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("a float tensor of shape [3] needs 3 elements of 4 bytes, not 16 bytes");
        assertThatThrownBy(() -> Tensors.fromBytes(DType.FLOAT32, SHAPE, new byte[13]))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Tensors.fromBytes(DType.FLOAT32, Shape.of(1L << 61), new byte[0]))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Tensors.fromBytes(DType.FLOAT32, Shape.of(-1), new byte[4]))
                .hasMessage("shape [?] is not fully known");
        assertThatThrownBy(() -> Tensor.vector(1, 2, 3).copyTo(IntBuffer.allocate(2)))
                .hasMessage("a int32 tensor of shape [3] has 12 bytes, the target only 8");
        assertThatThrownBy(() -> Tensor.vector(1, 2, 3).copyTo(MemorySegment.ofArray(new byte[11])))
                .isInstanceOf(InvalidArgumentException.class);
        assertThat(Tensors.fromBytes(DType.FLOAT32, Shape.of(0, 5), new byte[0]).size())
                .isZero();
    }

    @Test
    void wrong_kinds_are_refused() {
        assertThatThrownBy(() -> Tensors.from(DType.INT32, SHAPE, FloatBuffer.allocate(3)))
                .hasMessageContaining("does not hold elements of dtype int32");
        assertThatThrownBy(() -> Tensors.from(DType.INT16, SHAPE, CharBuffer.allocate(3)))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Tensors.from(DType.STRING, SHAPE, ByteBuffer.allocate(3)))
                .hasMessage("elements of dtype string have no fixed size in bytes");
        assertThatThrownBy(() -> Tensor.vector("a").toBytes()).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Tensor.vector("a").copyTo(ByteBuffer.allocate(9)))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(
                        () -> Tensor.vector(1f).copyTo(FloatBuffer.allocate(1).asReadOnlyBuffer()))
                .isInstanceOf(ReadOnlyBufferException.class);
    }
}
