package io.leat.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
        long[] dims = new long[rank];
        Arrays.fill(dims, ANY);
        return rank == 0 ? SCALAR : new Shape(dims);
    }

    public boolean hasRank() {
        return dims != null;
    }

    /** The number of dimensions, or -1 when it is unknown. */
    public int rank() {
        return dims == null ? -1 : dims.length;
    }

    /** The size of dimension {@code i}, {@link #ANY} when unknown; a negative {@code i} counts from the end. */
    public long dim(int i) {
        long[] d = known();
        return d[i < 0 ? i + d.length : i];
    }

    /** A copy of the dimensions. */
    public long[] dims() {
        return known().clone();
    }

    /** The dimensions as ints; all must be known. */
    public int[] intDims() {
        return LongStream.of(known()).mapToInt(Math::toIntExact).toArray();
    }

    public boolean isFullyKnown() {
        return dims != null && Arrays.stream(dims).noneMatch(d -> d == ANY);
    }

    /** The number of elements, or {@link #ANY} when that is unknown. */
    public long size() {
        if (dims == null) {
            return ANY;
        }
        long n = 1;
        boolean unknown = false;
        for (long d : dims) {
            if (d == 0) {
                return 0;
            }
            unknown |= d == ANY;
            n = d == ANY ? n : Math.multiplyExact(n, d);
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
    public Shape merge(Shape other) {
        if (!isCompatibleWith(other)) {
            throw new InvalidArgumentException("Shapes " + this + " and " + other + " are incompatible");
        }
        if (dims == null || this == other) {
            return other;
        }
        if (other.dims == null) {
            return this;
        }
        long[] merged = dims.clone();
        for (int i = 0; i < merged.length; i++) {
            merged[i] = merged[i] == ANY ? other.dims[i] : merged[i];
        }
        return new Shape(merged);
    }

    /** This shape with dimension {@code i} of another size; a negative {@code i} counts from the end. */
    public Shape withDim(int i, long size) {
        long[] d = dims();
        d[i < 0 ? i + d.length : i] = size;
        return of(d);
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

    /** Dimensions {@code from} (inclusive) to {@code to} (exclusive); a negative bound counts from the end. */
    public Shape slice(int from, int to) {
        long[] d = known();
        return of(Arrays.copyOfRange(d, from < 0 ? from + d.length : from, to < 0 ? to + d.length : to));
    }

    /** Dimensions {@code from} to the last; a negative bound counts from the end. */
    public Shape from(int from) {
        return slice(from, rank());
    }

    /**
     * The shape of an elementwise operation on both, by NumPy's broadcasting rules.
     *
     * @throws InvalidArgumentException if two known dimensions differ and neither is 1
     */
    public Shape broadcast(Shape other) {
        if (dims == null || other.dims == null) {
            return UNKNOWN;
        }
        int rank = Math.max(dims.length, other.dims.length);
        long[] out = new long[rank];
        for (int i = 1; i <= rank; i++) {
            long a = i <= dims.length ? dims[dims.length - i] : 1;
            long b = i <= other.dims.length ? other.dims[other.dims.length - i] : 1;
            if (a != b && a > 1 && b > 1 || a == 0 && b > 1 || b == 0 && a > 1) {
                throw new InvalidArgumentException("Incompatible shapes: " + this + " vs. " + other);
            }
            out[rank - i] = a == 1 ? b : b == 1 ? a : Math.max(a, b);
        }
        return of(out);
    }

    private long[] known() {
        if (dims == null) {
            throw new InvalidArgumentException("the rank of this shape is unknown");
        }
        return dims;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o == this || o instanceof Shape s && Arrays.equals(dims, s.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /** TensorFlow's form: {@code [2,?,3]}, {@code []} for a scalar, {@code <unknown>} for an unknown rank. */
    @Override
    public String toString() {
        return dims == null
                ? "<unknown>"
                : Arrays.stream(dims)
                        .mapToObj(d -> d == ANY ? "?" : Long.toString(d))
                        .collect(Collectors.joining(",", "[", "]"));
    }
}
