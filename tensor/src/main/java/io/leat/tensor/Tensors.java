package io.leat.tensor;

import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.ByteOrder;

/**
 * More factories of tensors: for each of the rarer dtypes, for buffers and for memory outside the heap. All copy, once,
 * what they are given, and throw {@link InvalidArgumentException} unless there are exactly the values that the shape
 * asks for.
 */
public final class Tensors {
    private Tensors() {}

    /** A float16 tensor of the nearest values. */
    public static Tensor float16(Shape shape, float... values) {
        return Raw.wrap(DType.FLOAT16, shape, Halves.toFloat16(values));
    }

    /** A bfloat16 tensor of the nearest values. */
    public static Tensor bfloat16(Shape shape, float... values) {
        return Raw.wrap(DType.BFLOAT16, shape, Halves.toBfloat16(values));
    }

    public static Tensor int8(Shape shape, byte... values) {
        return Raw.wrap(DType.INT8, shape, values.clone());
    }

    /** A uint8 tensor; the bytes are its bits, so that -1 means 255. */
    public static Tensor uint8(Shape shape, byte... bits) {
        return Raw.wrap(DType.UINT8, shape, bits.clone());
    }

    public static Tensor int16(Shape shape, short... values) {
        return Raw.wrap(DType.INT16, shape, values.clone());
    }

    /** A uint16 tensor; the shorts are its bits, so that -1 means 65535. */
    public static Tensor uint16(Shape shape, short... bits) {
        return Raw.wrap(DType.UINT16, shape, bits.clone());
    }

    /** A uint32 tensor; the ints are its bits, so that -1 means 2^32-1. */
    public static Tensor uint32(Shape shape, int... bits) {
        return Raw.wrap(DType.UINT32, shape, bits.clone());
    }

    /** A uint64 tensor; the longs are its bits, so that -1 means 2^64-1. */
    public static Tensor uint64(Shape shape, long... bits) {
        return Raw.wrap(DType.UINT64, shape, bits.clone());
    }

    /** A complex64 tensor of alternating real and imaginary parts. */
    public static Tensor complex64(Shape shape, float... interleaved) {
        return Raw.wrap(DType.COMPLEX64, shape, interleaved.clone());
    }

    /** A complex64 tensor of real and imaginary parts, of the same number. */
    public static Tensor complex64(Shape shape, float[] re, float[] im) {
        checkParts(re.length, im.length);
        float[] interleaved = new float[Math.multiplyExact(2, re.length)];
        for (int i = 0; i < re.length; i++) {
            interleaved[2 * i] = re[i];
            interleaved[2 * i + 1] = im[i];
        }
        return Raw.wrap(DType.COMPLEX64, shape, interleaved);
    }

    /** A complex128 tensor of alternating real and imaginary parts. */
    public static Tensor complex128(Shape shape, double... interleaved) {
        return Raw.wrap(DType.COMPLEX128, shape, interleaved.clone());
    }

    /** A complex128 tensor of real and imaginary parts, of the same number. */
    public static Tensor complex128(Shape shape, double[] re, double[] im) {
        checkParts(re.length, im.length);
        double[] interleaved = new double[Math.multiplyExact(2, re.length)];
        for (int i = 0; i < re.length; i++) {
            interleaved[2 * i] = re[i];
            interleaved[2 * i + 1] = im[i];
        }
        return Raw.wrap(DType.COMPLEX128, shape, interleaved);
    }

    private static void checkParts(int re, int im) {
        if (re != im) {
            throw new InvalidArgumentException(re + " real parts and " + im + " imaginary parts");
        }
    }

    /** A string tensor of byte strings. */
    public static Tensor strings(Shape shape, byte[]... values) {
        byte[][] copies = new byte[values.length][];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = values[i].clone();
        }
        return Raw.wrap(DType.STRING, shape, copies);
    }

    /**
     * A tensor of what remains in a buffer, read in its byte order; its position stays.
     *
     * @param source a {@link java.nio.ByteBuffer}, or the buffer of the kind the dtype is {@link DType#storage kept}
     *     in; heap or direct
     * @throws InvalidArgumentException if it is of another kind, or the dtype has no fixed size
     */
    public static Tensor from(DType dtype, Shape shape, Buffer source) {
        return Transfers.read(dtype, shape, source);
    }

    /**
     * A tensor of all of a memory segment, read in the machine's byte order.
     *
     * @throws InvalidArgumentException if the dtype has no fixed size
     */
    public static Tensor from(DType dtype, Shape shape, MemorySegment source) {
        return Transfers.read(dtype, shape, source, ByteOrder.nativeOrder());
    }

    /** A tensor of what {@link Tensor#toBytes} gives: the elements' bytes, little-endian. */
    public static Tensor fromBytes(DType dtype, Shape shape, byte[] bytes) {
        return Transfers.read(dtype, shape, MemorySegment.ofArray(bytes), ByteOrder.LITTLE_ENDIAN);
    }

    static Tensor converted(DType dtype, Shape shape, double[] values) {
        if (dtype.storage() == DType.Storage.OBJECT) {
            throw new InvalidArgumentException("a " + dtype.signatureName() + " tensor has no numbers");
        }
        Elements e = Elements.allocate(dtype, Shape.of(values.length));
        for (int i = 0; i < values.length; i++) {
            e.set(i, values[i]);
            if (dtype.isInteger() || dtype.isQuantized() || dtype == DType.BOOL) {
                checkExact(e, i, values[i]);
            }
        }
        return Raw.wrap(dtype, shape, Raw.array(e.tensor()));
    }

    private static void checkExact(Elements e, int i, double value) {
        if (e.real(i) != value) {
            throw new InvalidArgumentException(
                    value + " is not a value of dtype " + e.dtype().signatureName());
        }
    }

    static Tensor zeros(DType dtype, Shape shape) {
        if (dtype == DType.RESOURCE || dtype == DType.VARIANT) {
            throw new InvalidArgumentException("there is no zero of dtype " + dtype.signatureName());
        }
        return Raw.allocate(dtype, shape);
    }

    static Tensor full(Shape shape, Tensor value) {
        if (value.size() != 1) {
            throw new InvalidArgumentException("a tensor of shape " + value.shape() + " is not a single value");
        }
        Elements from = Elements.of(value);
        Elements to = Elements.allocate(value.dtype(), shape);
        for (int i = 0; i < to.size(); i++) {
            from.copy(0, to, i);
        }
        return to.tensor();
    }
}
