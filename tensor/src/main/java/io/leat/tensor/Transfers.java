package io.leat.tensor;

import io.leat.tensor.raw.Raw;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.ShortBuffer;

/** One bulk copy between a tensor's array and memory outside, which need not be aligned. */
final class Transfers {
    private Transfers() {}

    /** Reads from all of {@code source}. */
    static Tensor read(DType dtype, Shape shape, MemorySegment source, ByteOrder order) {
        checkFixedSize(dtype);
        long elements = shape.requireFullyKnown().size();
        if (source.byteSize() / dtype.bytes() != elements || source.byteSize() % dtype.bytes() != 0) {
            throw new InvalidArgumentException("a " + dtype.signatureName() + " tensor of shape " + shape + " needs "
                    + elements + " elements of " + dtype.bytes() + " bytes, not " + source.byteSize() + " bytes");
        }
        Object array = dtype.newArray(elements);
        copy(dtype, source, order, segment(array), ByteOrder.nativeOrder());
        if (array instanceof byte[] bytes && dtype == DType.BOOL) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (bytes[i] != 0 ? 1 : 0);
            }
        }
        return Raw.wrap(dtype, shape, array);
    }

    /** Reads what remains in {@code source}, whose position stays. */
    static Tensor read(DType dtype, Shape shape, Buffer source) {
        checkKind(dtype, source);
        return read(dtype, shape, MemorySegment.ofBuffer(source), order(source));
    }

    /** Writes to the start of {@code target}. */
    static void write(Tensor t, MemorySegment target, ByteOrder order) {
        checkFixedSize(t.dtype());
        if (target.byteSize() < t.byteSize()) {
            throw new InvalidArgumentException("a " + t.dtype().signatureName() + " tensor of shape " + t.shape()
                    + " has " + t.byteSize() + " bytes, the target only " + target.byteSize());
        }
        copy(t.dtype(), segment(Raw.array(t)), ByteOrder.nativeOrder(), target.asSlice(0, t.byteSize()), order);
    }

    /** Writes from the position of {@code target} on and moves it behind what was written. */
    static void write(Tensor t, Buffer target) {
        checkKind(t.dtype(), target);
        if (target.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        write(t, MemorySegment.ofBuffer(target), order(target));
        target.position(target.position() + (int) (t.byteSize() / bytesPerElement(target)));
    }

    /** The bytes of {@code t}, little-endian. */
    static byte[] bytes(Tensor t) {
        checkFixedSize(t.dtype());
        if (t.byteSize() > Integer.MAX_VALUE) {
            throw new ResourceExhaustedException(
                    "the " + t.byteSize() + " bytes of this tensor do not fit one array; copy to a MemorySegment");
        }
        byte[] bytes = new byte[(int) t.byteSize()];
        write(t, MemorySegment.ofArray(bytes), ByteOrder.LITTLE_ENDIAN);
        return bytes;
    }

    private static void copy(
            DType dtype, MemorySegment from, ByteOrder fromOrder, MemorySegment to, ByteOrder toOrder) {
        ValueLayout layout = layout(dtype.storage());
        MemorySegment.copy(
                from,
                layout.withOrder(fromOrder),
                0,
                to,
                layout.withOrder(toOrder),
                0,
                from.byteSize() / layout.byteSize());
    }

    private static ValueLayout layout(DType.Storage storage) {
        return switch (storage) {
            case BYTE -> ValueLayout.JAVA_BYTE;
            case SHORT -> ValueLayout.JAVA_SHORT_UNALIGNED;
            case INT -> ValueLayout.JAVA_INT_UNALIGNED;
            case LONG -> ValueLayout.JAVA_LONG_UNALIGNED;
            case FLOAT -> ValueLayout.JAVA_FLOAT_UNALIGNED;
            case DOUBLE -> ValueLayout.JAVA_DOUBLE_UNALIGNED;
            case OBJECT -> throw new InternalException("objects have no layout");
        };
    }

    private static MemorySegment segment(Object array) {
        return switch (array) {
            case byte[] a -> MemorySegment.ofArray(a);
            case short[] a -> MemorySegment.ofArray(a);
            case int[] a -> MemorySegment.ofArray(a);
            case long[] a -> MemorySegment.ofArray(a);
            case float[] a -> MemorySegment.ofArray(a);
            case double[] a -> MemorySegment.ofArray(a);
            default -> throw new InternalException("not an array of numbers: " + array.getClass());
        };
    }

    private static void checkFixedSize(DType dtype) {
        if (dtype.storage() == DType.Storage.OBJECT) {
            throw new InvalidArgumentException(
                    "elements of dtype " + dtype.signatureName() + " have no fixed size in bytes");
        }
    }

    private static void checkKind(DType dtype, Buffer buffer) {
        boolean fits = switch (dtype.storage()) {
            case BYTE -> buffer instanceof ByteBuffer;
            case SHORT -> buffer instanceof ShortBuffer;
            case INT -> buffer instanceof IntBuffer;
            case LONG -> buffer instanceof LongBuffer;
            case FLOAT -> buffer instanceof FloatBuffer;
            case DOUBLE -> buffer instanceof DoubleBuffer;
            case OBJECT -> false;
        };
        if (!fits && !(buffer instanceof ByteBuffer)) {
            throw new InvalidArgumentException("a " + buffer.getClass().getSimpleName()
                    + " does not hold elements of dtype " + dtype.signatureName());
        }
    }

    private static ByteOrder order(Buffer buffer) {
        return switch (buffer) {
            case ByteBuffer b -> b.order();
            case ShortBuffer b -> b.order();
            case IntBuffer b -> b.order();
            case LongBuffer b -> b.order();
            case FloatBuffer b -> b.order();
            case DoubleBuffer b -> b.order();
            default -> ByteOrder.nativeOrder();
        };
    }

    private static int bytesPerElement(Buffer buffer) {
        return switch (buffer) {
            case ByteBuffer _ -> 1;
            case ShortBuffer _ -> 2;
            case IntBuffer _, FloatBuffer _ -> 4;
            default -> 8;
        };
    }
}
