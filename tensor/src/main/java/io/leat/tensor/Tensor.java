package io.leat.tensor;

import io.leat.tensor.raw.Raw;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An immutable array of elements of one {@link DType}, of a fully known {@link Shape}, in row-major order.
 *
 * <p>Tensors are ordinary objects: nothing has to be closed. The factories copy what they are given; the {@code to…}
 * methods return copies.
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
            throw new InvalidArgumentException("the values of a " + dtype.signatureName() + " tensor cannot be kept in a "
                    + array.getClass().getSimpleName());
        }
        long expected = shape.size() * dtype.lanes();
        if (!shape.isFullyKnown() || Array.getLength(array) != expected) {
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

    /** An int32 vector. */
    public static Tensor vector(int... values) {
        return of(Shape.of(values.length), values);
    }

    /** An int64 vector. */
    public static Tensor vector(long... values) {
        return of(Shape.of(values.length), values);
    }

    /** The same elements under another shape of the same size; nothing is copied. */
    public Tensor reshape(Shape other) {
        return other.equals(shape) ? this : new Tensor(dtype, other, array);
    }

    /** The only element of a float32 tensor of size 1. */
    public float scalarFloat() {
        return this.<float[]>only(DType.FLOAT32)[0];
    }

    /** The only element of a float64 tensor of size 1. */
    public double scalarDouble() {
        return this.<double[]>only(DType.FLOAT64)[0];
    }

    /** The only element of an int32 tensor of size 1. */
    public int scalarInt() {
        return this.<int[]>only(DType.INT32)[0];
    }

    /** The only element of an int64 tensor of size 1. */
    public long scalarLong() {
        return this.<long[]>only(DType.INT64)[0];
    }

    /** The only element of a bool tensor of size 1. */
    public boolean scalarBoolean() {
        return this.<byte[]>only(DType.BOOL)[0] != 0;
    }

    /** The only element of a string tensor of size 1, read as UTF-8. */
    public String scalarString() {
        return new String(this.<byte[][]>only(DType.STRING)[0], StandardCharsets.UTF_8);
    }

    public float[] toFloatArray() {
        return this.<float[]>values(DType.FLOAT32).clone();
    }

    public double[] toDoubleArray() {
        return this.<double[]>values(DType.FLOAT64).clone();
    }

    public int[] toIntArray() {
        return this.<int[]>values(DType.INT32).clone();
    }

    public long[] toLongArray() {
        return this.<long[]>values(DType.INT64).clone();
    }

    @SuppressWarnings("unchecked")
    private <A> A values(DType wanted) {
        if (dtype != wanted) {
            throw new InvalidArgumentException(
                    "this tensor is " + dtype.signatureName() + shape + ", not " + wanted.signatureName());
        }
        return (A) array;
    }

    private <A> A only(DType wanted) {
        A a = values(wanted);
        if (size() != 1) {
            throw new InvalidArgumentException("a tensor of shape " + shape + " is not a single value");
        }
        return a;
    }
}
