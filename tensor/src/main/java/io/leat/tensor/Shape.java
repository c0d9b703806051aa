package io.leat.tensor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of a tensor's dimensions. A shape may be partly known: a dimension may be {@link #ANY}, and the rank itself
 * may be unknown ({@link #UNKNOWN}). Immutable.
 */
public final class Shape {
    /** A dimension of unknown size. */
    public static final long ANY = -1;

    /** The shape of which not even the rank is known. */
    public static final Shape UNKNOWN = new Shape(null);

    public static final Shape SCALAR = new Shape(new long[0]);

    private final long @Nullable [] dims;

    private Shape(long @Nullable [] dims) {
        this.dims = dims;
    }

    /**
     * A shape of known rank.
     *
     * @throws InvalidArgumentException if a dimension is below {@link #ANY}
     */
    public static Shape of(long... dims) {
        if (dims.length == 0) {
            return SCALAR;
        }
        for (long d : dims) {
            if (d < ANY) {
                throw new InvalidArgumentException("Dimension " + d + " must be >= 0");
            }
        }
        return new Shape(dims.clone());
    }

    /** A shape of {@code rank} unknown dimensions. */
    public static Shape ofRank(int rank) {
        if (rank < 0) {
            throw new InvalidArgumentException("rank " + rank + " must be >= 0");
        }
        long[] dims = new long[rank];
        Arrays.fill(dims, ANY);
        return rank == 0 ? SCALAR : new Shape(dims);
    }

    /**
     * Reads what {@link #toString} and {@link #pythonForm} write: {@code [2,?,3]}, {@code (2, None, 3)},
     * {@code <unknown>}. Unknown dimensions may be written {@code ?}, {@code None} or {@code -1}.
     *
     * @throws InvalidArgumentException for anything else
     */
    public static Shape parse(String text) {
        return ShapeText.parse(text);
    }

    public boolean hasRank() {
        return dims != null;
    }

    /** The number of dimensions, or -1 when it is unknown. */
    public int rank() {
        return dims == null ? -1 : dims.length;
    }

    public boolean isScalar() {
        return rank() == 0;
    }

    /**
     * The size of dimension {@code i}, {@link #ANY} when it or the rank is unknown; a negative {@code i} counts from
     * the end.
     *
     * @throws InvalidArgumentException if there is no dimension {@code i}
     */
    public long dim(int i) {
        return dims == null ? ANY : dims[position(i, dims)];
    }

    /** A copy of the dimensions. */
    public long[] dims() {
        return known().clone();
    }

    /**
     * The dimensions as ints, {@link #ANY} for unknown ones.
     *
     * @throws InvalidArgumentException if the rank is unknown or a dimension is no int
     */
    public int[] intDims() {
        long[] longs = known();
        int[] d = new int[longs.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = (int) longs[i];
            if (d[i] != longs[i]) {
                throw new InvalidArgumentException("dimension " + i + " of shape " + this + " is too large");
            }
        }
        return d;
    }

    /**
     * The distance in elements between neighbours along each dimension, in row-major order; 1 for the last.
     *
     * @throws InvalidArgumentException if the shape is not fully known
     */
    public long[] strides() {
        long[] d = requireFullyKnown().known();
        long[] strides = new long[d.length];
        long stride = 1;
        for (int i = d.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= d[i];
        }
        return strides;
    }

    /**
     * The number, in row-major order, of the element at {@code index}.
     *
     * @throws InvalidArgumentException unless there is one index for each dimension, from 0 and below its size
     */
    public long offset(int... index) {
        long[] d = known();
        boolean inside = index.length == d.length;
        long offset = 0;
        for (int i = 0; inside && i < d.length; i++) {
            inside = 0 <= index[i] && index[i] < d[i];
            offset = offset * d[i] + index[i];
        }
        if (!inside) {
            throw new InvalidArgumentException("index " + Arrays.toString(index) + " is outside shape " + this);
        }
        return offset;
    }

    public boolean isFullyKnown() {
        return dims != null && Arrays.stream(dims).noneMatch(d -> d == ANY);
    }

    /**
     * This shape.
     *
     * @throws InvalidArgumentException if it is not fully known
     */
    public Shape requireFullyKnown() {
        if (!isFullyKnown()) {
            throw new InvalidArgumentException("shape " + this + " is not fully known");
        }
        return this;
    }

    /**
     * The number of elements, or {@link #ANY} when that is unknown.
     *
     * @throws InvalidArgumentException if it is above 2^63-1
     */
    public long size() {
        if (dims == null) {
            return ANY;
        }
        long n = 1;
        boolean unknown = false;
        boolean overflow = false;
        for (long d : dims) {
            if (d == 0) {
                return 0;
            }
            unknown |= d == ANY;
            long factor = d == ANY ? 1 : d;
            overflow |= Math.multiplyHigh(n, factor) != 0 || n * factor < 0;
            n *= factor;
        }
        if (overflow) {
            throw new InvalidArgumentException("a tensor of shape " + this + " has more than 2^63-1 elements");
        }
        return unknown ? ANY : n;
    }

    /** True unless some dimension, or the rank, is known to differ. */
    public boolean isCompatibleWith(Shape other) {
        if (dims == null || other.dims == null) {
            return true;
        }
        if (dims.length != other.dims.length) {
            return false;
        }
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] != ANY && other.dims[i] != ANY && dims[i] != other.dims[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * What both shapes know together.
     *
     * @throws InvalidArgumentException if they contradict each other
     */
    @SuppressWarnings("ReferenceEquality") // a short cut only: equal shapes merge to themselves anyway
    public Shape merge(Shape other) {
        if (dims == null || equals(other)) {
            return other;
        }
        if (other.dims == null) {
            return this;
        }
        return new Shape(ShapeRules.merge(dims, other.dims));
    }

    /**
     * What is known of a dimension from two sources.
     *
     * @throws InvalidArgumentException if they contradict each other
     */
    public static long mergeDims(long a, long b) {
        if (a != ANY && b != ANY && a != b) {
            throw new InvalidArgumentException("Dimensions must be equal, but are " + a + " and " + b);
        }
        return a == ANY ? b : a;
    }

    /**
     * This shape, known to have {@code rank} dimensions.
     *
     * @throws InvalidArgumentException if it has another rank
     */
    public Shape withRank(int rank) {
        if (dims != null && dims.length != rank) {
            throw new InvalidArgumentException("Shape must be rank " + rank + " but is rank " + dims.length);
        }
        return dims == null ? ofRank(rank) : this;
    }

    /**
     * This shape, checked to have {@code rank} or more dimensions if the number is known.
     *
     * @throws InvalidArgumentException if it has fewer
     */
    public Shape withRankAtLeast(int rank) {
        if (dims != null && dims.length < rank) {
            throw new InvalidArgumentException("Shape must be at least rank " + rank + " but is rank " + dims.length);
        }
        return this;
    }

    /**
     * This shape, checked to have {@code rank} or fewer dimensions if the number is known.
     *
     * @throws InvalidArgumentException if it has more
     */
    public Shape withRankAtMost(int rank) {
        if (dims != null && dims.length > rank) {
            throw new InvalidArgumentException("Shape must be at most rank " + rank + " but is rank " + dims.length);
        }
        return this;
    }

    /**
     * This shape with dimension {@code i} of another size; a negative {@code i} counts from the end. Unknown if the
     * rank is.
     *
     * @throws InvalidArgumentException if there is no dimension {@code i}
     */
    public Shape withDim(int i, long size) {
        if (dims == null) {
            return UNKNOWN;
        }
        long[] d = dims.clone();
        d[position(i, d)] = size;
        return of(d);
    }

    /**
     * This shape with its {@link #ANY}, if it has one, replaced by what makes the size {@code elements}, as for
     * TensorFlow's {@code Reshape}.
     *
     * @throws InvalidArgumentException if nothing does, or if more than one dimension is unknown
     */
    public Shape fillFor(long elements) {
        return new Shape(ShapeRules.fill(known().clone(), elements));
    }

    /** The dimensions of this followed by those of {@code other}; unknown if either rank is. */
    public Shape concat(Shape other) {
        if (dims == null || other.dims == null) {
            return UNKNOWN;
        }
        long[] d = Arrays.copyOf(dims, dims.length + other.dims.length);
        System.arraycopy(other.dims, 0, d, dims.length, other.dims.length);
        return of(d);
    }

    /**
     * Dimensions {@code from} (inclusive) to {@code to} (exclusive); a negative bound counts from the end. Unknown if
     * the rank is.
     *
     * @throws InvalidArgumentException if the bounds do not lie within the rank, in this order
     */
    public Shape slice(int from, int to) {
        if (dims == null) {
            return UNKNOWN;
        }
        int start = from < 0 ? from + dims.length : from;
        int end = to < 0 ? to + dims.length : to;
        if (start < 0 || end < start || end > dims.length) {
            throw new InvalidArgumentException(
                    "shape " + this + " has no dimensions " + from + " (inclusive) to " + to + " (exclusive)");
        }
        return of(Arrays.copyOfRange(dims, start, end));
    }

    /** Dimensions {@code from} to the last, as {@link #slice} gives them. */
    public Shape from(int from) {
        return dims == null ? UNKNOWN : slice(from, dims.length);
    }

    /**
     * The shape of an elementwise operation on both, by NumPy's broadcasting rules. As in TensorFlow an unknown
     * dimension gives a known one only against a size above 1, which it must turn out to have itself, or else 1.
     *
     * @throws InvalidArgumentException if two known dimensions differ and neither is 1
     */
    public Shape broadcast(Shape other) {
        if (dims == null || other.dims == null) {
            return UNKNOWN;
        }
        return new Shape(ShapeRules.broadcast(dims, other.dims));
    }

    /**
     * The shape of an elementwise operation on all of {@code shapes}; that of a scalar for none.
     *
     * @throws InvalidArgumentException if two known dimensions differ and neither is 1
     */
    public static Shape broadcast(Shape... shapes) {
        Shape all = SCALAR;
        for (Shape s : shapes) {
            all = all.broadcast(s);
        }
        return all;
    }

    private int position(int i, long[] d) {
        int at = i < 0 ? i + d.length : i;
        if (at < 0 || at >= d.length) {
            throw new InvalidArgumentException("shape " + this + " has no dimension " + i);
        }
        return at;
    }

    private long[] known() {
        if (dims == null) {
            throw new InvalidArgumentException("the rank of this shape is unknown");
        }
        return dims;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o == this || (o instanceof Shape s && Arrays.equals(dims, s.dims));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /** TensorFlow's form: {@code [2,?,3]}, {@code []} for a scalar, {@code <unknown>} for an unknown rank. */
    @Override
    public String toString() {
        return ShapeText.signatureForm(dims);
    }

    /** Python's form: {@code (2, None, 3)}, {@code (5,)}, {@code ()} for a scalar, {@code <unknown>}. */
    public String pythonForm() {
        return ShapeText.pythonForm(dims);
    }
}
