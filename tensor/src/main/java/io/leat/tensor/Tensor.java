package io.leat.tensor;

import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An immutable array of elements of one {@link DType}, of a fully known {@link Shape}, in row-major order.
 *
 * <p>Tensors are ordinary objects: nothing has to be closed. The factories copy what they are given; the {@code to…}
 * methods return copies. {@link Tensors} has the factories for the rarer dtypes, for buffers and for memory segments.
 *
 * <p>Elements are read as a Java type that holds every value of their dtype exactly: {@code float} for the floats of at
 * most 32 bits and integers of at most 16, {@code double} for all floats and integers of at most 32 bits, {@code int}
 * for int32 and integers of at most 16 bits, {@code long} for all integers, of uint64 the bits. Any other use throws
 * {@link InvalidArgumentException}, as does an index that is not one number for each dimension, from 0 and below its
 * size.
 *
 * <p>{@code equals} is identity; compare the elements with {@link #contentEquals} and {@link #isClose}.
 */
public final class Tensor {
    static {
        Raw.install(new Raw.Access() {
            @Override
            public Object array(Tensor t) {
                return t.array;
            }

            @Override
            public Tensor wrap(DType dtype, Shape shape, Object array) {
                return new Tensor(dtype, shape, array);
            }
        });
    }

    private final DType dtype;
    private final Shape shape;
    private final Object array;

    private Tensor(DType dtype, Shape shape, Object array) {
        if (!dtype.isKeptIn(array)) {
            throw new InvalidArgumentException("the values of a " + dtype.signatureName()
                    + " tensor cannot be kept in a " + array.getClass().getSimpleName());
        }
        long expected = shape.requireFullyKnown().size() * dtype.lanes();
        if (Array.getLength(array) != expected) {
            throw new InvalidArgumentException("a " + dtype.signatureName() + " tensor of shape " + shape + " needs "
                    + expected + " values, not " + Array.getLength(array));
        }
        this.dtype = dtype;
        this.shape = shape;
        this.array = array;
    }

    public DType dtype() {
        return dtype;
    }

    public Shape shape() {
        return shape;
    }

    /** The number of elements. */
    public long size() {
        return shape.size();
    }

    /** Bytes of the elements; for strings the sum of their lengths. */
    public long byteSize() {
        if (dtype == DType.STRING) {
            return Arrays.stream((byte[][]) array).mapToLong(s -> s.length).sum();
        }
        return size() * dtype.bytes();
    }

    public static Tensor scalar(float value) {
        return new Tensor(DType.FLOAT32, Shape.SCALAR, new float[] {value});
    }

    public static Tensor scalar(double value) {
        return new Tensor(DType.FLOAT64, Shape.SCALAR, new double[] {value});
    }

    public static Tensor scalar(int value) {
        return new Tensor(DType.INT32, Shape.SCALAR, new int[] {value});
    }

    public static Tensor scalar(long value) {
        return new Tensor(DType.INT64, Shape.SCALAR, new long[] {value});
    }

    public static Tensor scalar(boolean value) {
        return new Tensor(DType.BOOL, Shape.SCALAR, new byte[] {(byte) (value ? 1 : 0)});
    }

    /** A string scalar, in UTF-8. */
    public static Tensor scalar(String value) {
        return new Tensor(DType.STRING, Shape.SCALAR, new byte[][] {value.getBytes(StandardCharsets.UTF_8)});
    }

    /** A float32 tensor of {@code shape}. */
    public static Tensor of(Shape shape, float... values) {
        return new Tensor(DType.FLOAT32, shape, values.clone());
    }

    /** A float64 tensor of {@code shape}. */
    public static Tensor of(Shape shape, double... values) {
        return new Tensor(DType.FLOAT64, shape, values.clone());
    }

    /** An int32 tensor of {@code shape}. */
    public static Tensor of(Shape shape, int... values) {
        return new Tensor(DType.INT32, shape, values.clone());
    }

    /** An int64 tensor of {@code shape}. */
    public static Tensor of(Shape shape, long... values) {
        return new Tensor(DType.INT64, shape, values.clone());
    }

    /** A bool tensor of {@code shape}. */
    public static Tensor of(Shape shape, boolean... values) {
        byte[] b = new byte[values.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = (byte) (values[i] ? 1 : 0);
        }
        return new Tensor(DType.BOOL, shape, b);
    }

    /** A string tensor of {@code shape}, in UTF-8. */
    public static Tensor of(Shape shape, String... values) {
        byte[][] b = new byte[values.length][];
        for (int i = 0; i < b.length; i++) {
            b[i] = values[i].getBytes(StandardCharsets.UTF_8);
        }
        return new Tensor(DType.STRING, shape, b);
    }

    /** A float32 vector. */
    public static Tensor vector(float... values) {
        return of(Shape.of(values.length), values);
    }

    /** A float64 vector. */
    public static Tensor vector(double... values) {
        return of(Shape.of(values.length), values);
    }

    /** An int32 vector. */
    public static Tensor vector(int... values) {
        return of(Shape.of(values.length), values);
    }

    /** An int64 vector. */
    public static Tensor vector(long... values) {
        return of(Shape.of(values.length), values);
    }

    /** A bool vector. */
    public static Tensor vector(boolean... values) {
        return of(Shape.of(values.length), values);
    }

    /** A string vector, in UTF-8. */
    public static Tensor vector(String... values) {
        return of(Shape.of(values.length), values);
    }

    /**
     * A tensor of a Java array of arrays, of any rank: {@code float[][]} gives float32, {@code double} float64,
     * {@code int} int32, {@code long} int64, {@code short} int16, {@code boolean} bool, {@code String} string in UTF-8.
     * Dimensions below an empty array are 0.
     *
     * @throws InvalidArgumentException if the arrays are ragged or contain null, or have other elements
     */
    public static Tensor of(Object[] nested) {
        return NestedArrays.tensor(nested);
    }

    /**
     * A tensor of any numeric dtype, or bool, of {@code values} converted to it. Floats round to nearest.
     *
     * @throws InvalidArgumentException if an integer dtype cannot hold one of the values exactly
     */
    public static Tensor of(DType dtype, Shape shape, double... values) {
        return Tensors.converted(dtype, shape, values);
    }

    /** Zeros, false, or empty strings; there are none for handles. */
    public static Tensor zeros(DType dtype, Shape shape) {
        return Tensors.zeros(dtype, shape);
    }

    /** A tensor whose elements are all {@code value}, converted as {@link #of(DType, Shape, double...)} does. */
    public static Tensor full(DType dtype, Shape shape, double value) {
        return full(shape, of(dtype, Shape.SCALAR, value));
    }

    /** A tensor whose elements are all that of {@code value}, a tensor of size 1 and of any dtype. */
    public static Tensor full(Shape shape, Tensor value) {
        return Tensors.full(shape, value);
    }

    /**
     * The same elements under another shape of the same size; nothing is copied. One dimension may be
     * {@link Shape#ANY}: the size gives it.
     */
    public Tensor reshape(Shape other) {
        Shape target = other.fillFor(shape.size());
        return target.equals(shape) ? this : new Tensor(dtype, target, array);
    }

    /** The only element of a tensor of size 1, as a float. */
    public float scalarFloat() {
        return (float) only(DType.FLOAT32).real(0);
    }

    /** The only element of a tensor of size 1, as a double. */
    public double scalarDouble() {
        return only(DType.FLOAT64).real(0);
    }

    /** The only element of a tensor of size 1, as an int. */
    public int scalarInt() {
        return (int) only(DType.INT32).integer(0);
    }

    /** The only element of a tensor of size 1, as a long. */
    public long scalarLong() {
        return only(DType.INT64).integer(0);
    }

    /** The only element of a bool tensor of size 1. */
    public boolean scalarBoolean() {
        return only(DType.BOOL).truth(0);
    }

    /** The only element of a string tensor of size 1, read as UTF-8. */
    public String scalarString() {
        return new String(only(DType.STRING).string(0), StandardCharsets.UTF_8);
    }

    private Elements only(DType wanted) {
        Elements e = as(wanted);
        if (size() != 1) {
            throw new InvalidArgumentException("a tensor of shape " + shape + " is not a single value");
        }
        return e;
    }

    private Elements as(DType wanted) {
        return Elements.of(Widening.check(this, wanted));
    }

    private int offset(int... index) {
        return (int) shape.offset(index);
    }

    public float floatAt(int... index) {
        return (float) as(DType.FLOAT32).real(offset(index));
    }

    public double doubleAt(int... index) {
        return as(DType.FLOAT64).real(offset(index));
    }

    public int intAt(int... index) {
        return (int) as(DType.INT32).integer(offset(index));
    }

    public long longAt(int... index) {
        return as(DType.INT64).integer(offset(index));
    }

    public boolean booleanAt(int... index) {
        return as(DType.BOOL).truth(offset(index));
    }

    /** A string element, read as UTF-8. */
    public String stringAt(int... index) {
        return new String(as(DType.STRING).string(offset(index)), StandardCharsets.UTF_8);
    }

    /** A copy of the bytes of a string element. */
    public byte[] bytesAt(int... index) {
        return as(DType.STRING).string(offset(index)).clone();
    }

    /** The real part of an element of a complex dtype; a real one is its own. */
    public double realAt(int... index) {
        return as(DType.COMPLEX128).real(offset(index));
    }

    /** The imaginary part of an element of a complex dtype; 0 for a real one. */
    public double imagAt(int... index) {
        return as(DType.COMPLEX128).imag(offset(index));
    }

    /** The elements as they are kept, not copied. */
    public TensorData data() {
        return TensorData.of(this);
    }

    public float[] toFloatArray() {
        return Widening.floats(this);
    }

    public double[] toDoubleArray() {
        return Widening.doubles(this);
    }

    public int[] toIntArray() {
        return Widening.ints(this);
    }

    public long[] toLongArray() {
        return Widening.longs(this);
    }

    public boolean[] toBooleanArray() {
        return Widening.booleans(this);
    }

    /** The strings, read as UTF-8. */
    public String[] toStringArray() {
        Elements e = as(DType.STRING);
        String[] strings = new String[e.size()];
        Arrays.setAll(strings, i -> new String(e.string(i), StandardCharsets.UTF_8));
        return strings;
    }

    /** The elements' bytes, little-endian, as TensorFlow's files keep them; strings and handles have none. */
    public byte[] toBytes() {
        return Transfers.bytes(this);
    }

    /**
     * Writes all elements at the position of {@code target}, in its byte order, and moves the position behind them.
     *
     * @param target a {@link java.nio.ByteBuffer}, or the buffer of the kind the dtype is {@link DType#storage kept} in
     * @throws InvalidArgumentException if it is of another kind or has too little room
     */
    public void copyTo(Buffer target) {
        Transfers.write(this, target);
    }

    /**
     * Writes all elements to the start of {@code target}, in the machine's byte order.
     *
     * @throws InvalidArgumentException if it has too little room
     */
    public void copyTo(MemorySegment target) {
        Transfers.write(this, target, ByteOrder.nativeOrder());
    }

    /** A read-only view of the elements of a float32 tensor; {@link #data} has views for the other dtypes. */
    public FloatBuffer asFloatBuffer() {
        if (dtype != DType.FLOAT32) {
            throw new InvalidArgumentException("this tensor is " + dtype.signatureName() + shape + ", not float");
        }
        return FloatBuffer.wrap((float[]) array).asReadOnlyBuffer();
    }

    /**
     * Whether {@code other} has the same dtype, shape and elements, bit by bit, except that all NaNs are the same.
     * Handles are compared with {@code equals}.
     */
    public boolean contentEquals(Tensor other) {
        return Comparison.same(this, other);
    }

    /**
     * Whether {@code other} has the same dtype and shape, and each element is close to its: |a-b| &le; atol + rtol *
     * |b|. Equal infinities are close, NaN is close to NaN (a complex number with a NaN part to another one); bools,
     * strings and handles must be the same.
     */
    public boolean isClose(Tensor other, double rtol, double atol) {
        return Comparison.close(this, other, rtol, atol);
    }

    /** The dtype, the shape and some elements: {@code float[2,3] [[1.0 2.0 3.0] [4.0 5.0 6.0]]}. */
    @Override
    public String toString() {
        return TensorText.of(this);
    }
}
