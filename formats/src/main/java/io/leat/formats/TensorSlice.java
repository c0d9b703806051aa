package io.leat.formats;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A box inside a tensor: for each dimension where it starts and how long it is. */
public final class TensorSlice {
    /** The length of a dimension that is taken whole; its start is 0. */
    public static final long FULL = -1;

    private final long[] starts;
    private final long[] lengths;

    private TensorSlice(long[] starts, long[] lengths) {
        this.starts = starts;
        this.lengths = lengths;
    }

    /**
     * @param lengths {@link #FULL} where the whole dimension is meant
     * @throws InvalidArgumentException if a start is negative, a length neither positive nor {@link #FULL}, a full
     *     dimension does not start at 0, or the arrays differ in length
     */
    public static TensorSlice of(long[] starts, long[] lengths) {
        if (starts.length != lengths.length) {
            throw new InvalidArgumentException(
                    "a slice with " + starts.length + " starts and " + lengths.length + " lengths");
        }
        for (int i = 0; i < starts.length; i++) {
            boolean full = lengths[i] == FULL;
            if (starts[i] < 0 || full && starts[i] != 0 || !full && (lengths[i] <= 0 || starts[i] + lengths[i] < 0)) {
                throw new InvalidArgumentException("Expected non-negative start and positive length but got start = "
                        + starts[i] + ", length = " + lengths[i]);
            }
        }
        return new TensorSlice(starts.clone(), lengths.clone());
    }

    /** The whole of a tensor of {@code rank} dimensions. */
    public static TensorSlice full(int rank) {
        long[] lengths = new long[rank];
        Arrays.fill(lengths, FULL);
        return new TensorSlice(new long[rank], lengths);
    }

    /**
     * A slice from TensorFlow's text: {@code -:0,10:5,2} are dimensions 0 (whole), 1 (10 elements from 0) and 2 (2
     * elements from 5).
     *
     * @throws InvalidArgumentException for any other text
     */
    public static TensorSlice parse(String text) {
        if (text.isEmpty()) {
            return full(0);
        }
        String[] parts = text.split(":", -1);
        long[] starts = new long[parts.length];
        long[] lengths = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            String[] numbers = parts[i].split(",", -1);
            if (parts[i].equals("-")) {
                lengths[i] = FULL;
                continue;
            }
            try {
                if (numbers.length == 2) {
                    starts[i] = Long.parseLong(numbers[0]);
                    lengths[i] = Long.parseLong(numbers[1]);
                }
            } catch (NumberFormatException e) {
                lengths[i] = 0;
            }
            if (starts[i] < 0 || lengths[i] <= 0) {
                throw new InvalidArgumentException(
                        "Expected a pair of numbers or '-' but got '" + parts[i] + "': string = " + text);
            }
        }
        return of(starts, lengths);
    }

    public int rank() {
        return starts.length;
    }

    public long start(int dim) {
        return starts[dim];
    }

    /** The length in a dimension, {@link #FULL} for the whole of it. */
    public long length(int dim) {
        return lengths[dim];
    }

    /** Whether every dimension is taken whole. */
    public boolean isFull() {
        return Arrays.stream(lengths).allMatch(l -> l == FULL);
    }

    /**
     * This slice with no {@link #FULL} in it, inside a tensor of {@code shape}.
     *
     * @throws InvalidArgumentException if it does not lie inside that shape
     */
    public TensorSlice within(Shape shape) {
        if (shape.rank() != rank()) {
            throw new InvalidArgumentException("Slice " + this + " does not have the rank of shape " + shape);
        }
        long[] l = lengths.clone();
        for (int i = 0; i < l.length; i++) {
            l[i] = l[i] == FULL ? shape.dim(i) : l[i];
            if (starts[i] + l[i] > shape.dim(i)) {
                throw new InvalidArgumentException(
                        "Extent in dimension " + i + " out of bounds: shape = " + shape + ", slice = " + this);
            }
        }
        return new TensorSlice(starts, l);
    }

    /** The shape of what the slice takes from a tensor of {@code shape}, in which it must lie. */
    public Shape shapeIn(Shape shape) {
        return Shape.of(within(shape).lengths);
    }

    /** What both slices contain, or null if that is nothing; both must be free of {@link #FULL}. */
    public @Nullable TensorSlice intersect(TensorSlice other) {
        long[] s = new long[rank()];
        long[] l = new long[rank()];
        for (int i = 0; i < s.length; i++) {
            s[i] = Math.max(starts[i], other.starts[i]);
            l[i] = Math.min(starts[i] + lengths[i], other.starts[i] + other.lengths[i]) - s[i];
            if (l[i] <= 0) {
                return null;
            }
        }
        return new TensorSlice(s, l);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof TensorSlice t && Arrays.equals(starts, t.starts) && Arrays.equals(lengths, t.lengths);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(lengths);
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return IntStream.range(0, rank())
                .mapToObj(i -> lengths[i] == FULL ? "-" : starts[i] + "," + lengths[i])
                .collect(Collectors.joining(":"));
    }
}
