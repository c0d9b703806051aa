package io.leat.tensor.raw;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/**
 * The elements of a tensor one by one, whatever its dtype: what the plain meanings of ops are written with. Elements
 * are numbered in row-major order.
 *
 * <p>Reading widens exactly, but for 64 bit integers read as {@code double}. Writing converts as TensorFlow's
 * {@code Cast} does (see {@link Casts}): floats round to nearest even, to the 16 bit formats by way of float32; floats
 * become integers by truncation; integers wrap; whatever is not 0 becomes the bool 1; an imaginary part is dropped by a
 * real dtype.
 *
 * <p>Strings and handles have no numbers: they are copied, or read and written with {@link #string} and
 * {@link #object}. Asking for the wrong kind throws {@link InvalidArgumentException}.
 *
 * <p>Only who made a tensor and has not yet handed it out may write, as {@link Raw} says.
 */
public abstract sealed class Elements
        permits ByteElements, ShortElements, IntElements, LongElements, FloatElements, DoubleElements, ObjectElements {
    private final Tensor tensor;
    final DType dtype;
    private final Object array;

    Elements(Tensor tensor) {
        this.tensor = tensor;
        this.dtype = tensor.dtype();
        this.array = Raw.array(tensor);
    }

    /** The elements of {@code t} itself: writing changes it. */
    public static Elements of(Tensor t) {
        return switch (t.dtype().storage()) {
            case BYTE -> new ByteElements(t);
            case SHORT -> new ShortElements(t);
            case INT -> new IntElements(t);
            case LONG -> new LongElements(t);
            case FLOAT -> new FloatElements(t);
            case DOUBLE -> new DoubleElements(t);
            case OBJECT -> new ObjectElements(t);
        };
    }

    /**
     * The elements of a new tensor of zeros, empty strings or null handles, to be filled; then take {@link #tensor}.
     */
    public static Elements allocate(DType dtype, Shape shape) {
        return of(Raw.allocate(dtype, shape));
    }

    public final Tensor tensor() {
        return tensor;
    }

    public final DType dtype() {
        return dtype;
    }

    public final Shape shape() {
        return tensor.shape();
    }

    /** The number of elements. */
    public final int size() {
        return (int) tensor.size();
    }

    /** Element {@code i} as a double, or its real part. */
    public abstract double real(int i);

    /** The imaginary part of element {@code i}; 0 unless the dtype is complex. */
    public double imag(int i) {
        return 0;
    }

    /**
     * Element {@code i} as a long: unsigned ones widened, uint64 as its bits, floats (of complex ones the real part)
     * truncated by {@link Casts#toLong}.
     */
    public abstract long integer(int i);

    /** Whether element {@code i}, or its real part, is not 0. */
    public final boolean truth(int i) {
        return real(i) != 0;
    }

    /** The bytes of string {@code i}, not copied. */
    public byte[] string(int i) {
        throw wrongKind("a string");
    }

    /** Handle {@code i}. */
    public Object object(int i) {
        throw wrongKind("a handle");
    }

    /** Sets element {@code i}; the imaginary part of a complex one becomes 0. */
    public abstract void set(int i, double value);

    /** Sets element {@code i}; a dtype that is not complex drops {@code im}. */
    public void set(int i, double re, double im) {
        set(i, re);
    }

    /** Sets element {@code i} to a signed number; with one rounding, unlike {@link #set(int, double)}. */
    public abstract void setInteger(int i, long value);

    /** Sets element {@code i} to the uint64 of these bits. */
    public void setUnsigned(int i, long bits) {
        setInteger(i, bits);
    }

    /** Sets element {@code i} to 1 or 0. */
    public final void set(int i, boolean value) {
        setInteger(i, value ? 1 : 0);
    }

    /** Sets string {@code i}; the bytes are not copied. */
    public void setString(int i, byte[] value) {
        throw wrongKind("a string");
    }

    /** Sets handle {@code i}. */
    public void setObject(int i, Object value) {
        throw wrongKind("a handle");
    }

    /** Copies element {@code from} of this to element {@code to} of {@code target}, which has the same dtype. */
    public final void copy(int from, Elements target, int to) {
        copyRange(from, target, to, 1);
    }

    /**
     * Copies {@code count} elements from {@code from} on to {@code target}, which has the same dtype, from {@code to}
     * on. The ranges may overlap. Strings and handles are shared.
     */
    public final void copyRange(int from, Elements target, int to, int count) {
        if (target.dtype != dtype) {
            throw new InvalidArgumentException(
                    "cannot copy " + dtype.signatureName() + " elements to " + target.dtype.signatureName());
        }
        int lanes = dtype.lanes();
        System.arraycopy(array, from * lanes, target.array, to * lanes, count * lanes);
    }

    /** Converts element {@code from} of this to element {@code to} of {@code target}: TensorFlow's {@code Cast}. */
    public final void cast(int from, Elements target, int to) {
        if (target.dtype == dtype) {
            copy(from, target, to);
        } else if (dtype == DType.UINT64) {
            target.setUnsigned(to, integer(from));
        } else if (dtype.isFloating() || dtype.isComplex()) {
            target.set(to, real(from), imag(from));
        } else {
            target.setInteger(to, integer(from));
        }
    }

    /**
     * Whether element {@code i} of this and {@code j} of {@code other}, which has the same dtype, are the same: equal
     * bits, but all NaNs are the same; handles by {@code equals}. So 0.0 and -0.0 differ.
     */
    public boolean same(int i, Elements other, int j) {
        boolean integral = !dtype.isFloating() && !dtype.isComplex();
        return integral
                ? integer(i) == other.integer(j)
                : Double.compare(real(i), other.real(j)) == 0 && Double.compare(imag(i), other.imag(j)) == 0;
    }

    /**
     * The order of element {@code i} of this and {@code j} of {@code other}, which has the same dtype: negative, 0 or
     * positive. -0.0 is below 0.0 and NaN above all; strings compare by their unsigned bytes; complex numbers and
     * handles have no order.
     */
    public int compare(int i, Elements other, int j) {
        if (dtype.isComplex()) {
            throw wrongKind("ordered");
        }
        return dtype.isFloating()
                ? Double.compare(real(i), other.real(j))
                : dtype == DType.UINT64
                        ? Long.compareUnsigned(integer(i), other.integer(j))
                        : Long.compare(integer(i), other.integer(j));
    }

    final InvalidArgumentException wrongKind(String wanted) {
        return new InvalidArgumentException("an element of dtype " + dtype.signatureName() + " is not " + wanted);
    }
}
