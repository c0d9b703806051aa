package io.leat.tensor;

import io.leat.tensor.raw.Raw;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A tensor's elements as they are kept: a read-only view, of one class for each {@link DType.Storage}. What the values
 * mean depends on the dtype: uint8 elements are signed bytes here, half and bfloat16 ones are bits (see {@link
 * Halves}).
 *
 * <p>Elements are read {@code at} an index: one number for each dimension, from 0 and below its size, otherwise an
 * {@link InvalidArgumentException} is thrown. Complex elements take one more number behind the others: 0 for the real
 * part, 1 for the imaginary one. The buffers hold all elements in row-major order.
 */
public abstract sealed class TensorData {
    private final DType dtype;
    private final Shape shape;
    private final Shape indices;

    private TensorData(Tensor t) {
        dtype = t.dtype();
        shape = t.shape();
        indices = dtype.isComplex() ? shape.concat(Shape.of(2)) : shape;
    }

    static TensorData of(Tensor t) {
        return switch (t.dtype().storage()) {
            case BYTE -> new Bytes(t);
            case SHORT -> new Shorts(t);
            case INT -> new Ints(t);
            case LONG -> new Longs(t);
            case FLOAT -> new Floats(t);
            case DOUBLE -> new Doubles(t);
            case OBJECT -> t.dtype() == DType.STRING ? new Strings(t) : new Objects(t);
        };
    }

    public final DType dtype() {
        return dtype;
    }

    public final Shape shape() {
        return shape;
    }

    final int offset(int... index) {
        return (int) indices.offset(index);
    }

    /** Elements of int8, uint8, qint8, quint8 and bool. */
    public static final class Bytes extends TensorData {
        private final byte[] a;

        private Bytes(Tensor t) {
            super(t);
            a = Raw.bytes(t);
        }

        public byte at(int... index) {
            return a[offset(index)];
        }

        /** A read-only view. */
        public ByteBuffer buffer() {
            return ByteBuffer.wrap(a).asReadOnlyBuffer();
        }
    }

    /** Elements of int16, uint16, qint16, quint16, half and bfloat16. */
    public static final class Shorts extends TensorData {
        private final short[] a;

        private Shorts(Tensor t) {
            super(t);
            a = Raw.shorts(t);
        }

        public short at(int... index) {
            return a[offset(index)];
        }

        /** A read-only view. */
        public ShortBuffer buffer() {
            return ShortBuffer.wrap(a).asReadOnlyBuffer();
        }
    }

    /** Elements of int32, qint32 and uint32. */
    public static final class Ints extends TensorData {
        private final int[] a;

        private Ints(Tensor t) {
            super(t);
            a = Raw.ints(t);
        }

        public int at(int... index) {
            return a[offset(index)];
        }

        /** A read-only view. */
        public IntBuffer buffer() {
            return IntBuffer.wrap(a).asReadOnlyBuffer();
        }
    }

    /** Elements of int64 and uint64. */
    public static final class Longs extends TensorData {
        private final long[] a;

        private Longs(Tensor t) {
            super(t);
            a = Raw.longs(t);
        }

        public long at(int... index) {
            return a[offset(index)];
        }

        /** A read-only view. */
        public LongBuffer buffer() {
            return LongBuffer.wrap(a).asReadOnlyBuffer();
        }
    }

    /** Elements of float32 and complex64. */
    public static final class Floats extends TensorData {
        private final float[] a;

        private Floats(Tensor t) {
            super(t);
            a = Raw.floats(t);
        }

        public float at(int... index) {
            return a[offset(index)];
        }

        /** A read-only view. */
        public FloatBuffer buffer() {
            return FloatBuffer.wrap(a).asReadOnlyBuffer();
        }
    }

    /** Elements of float64 and complex128. */
    public static final class Doubles extends TensorData {
        private final double[] a;

        private Doubles(Tensor t) {
            super(t);
            a = Raw.doubles(t);
        }

        public double at(int... index) {
            return a[offset(index)];
        }

        /** A read-only view. */
        public DoubleBuffer buffer() {
            return DoubleBuffer.wrap(a).asReadOnlyBuffer();
        }
    }

    /** Elements of string. */
    public static final class Strings extends TensorData {
        private final byte[][] a;

        private Strings(Tensor t) {
            super(t);
            a = Raw.strings(t);
        }

        /** A copy of the bytes. */
        public byte[] at(int... index) {
            return a[offset(index)].clone();
        }

        /** The bytes read as UTF-8. */
        public String textAt(int... index) {
            return new String(a[offset(index)], StandardCharsets.UTF_8);
        }
    }

    /** Elements of resource and variant: handles. */
    public static final class Objects extends TensorData {
        private final Object[] a;

        private Objects(Tensor t) {
            super(t);
            a = Raw.objects(t);
        }

        public Object at(int... index) {
            return a[offset(index)];
        }
    }
}
