package io.leat.ops.array;

import io.leat.graph.Attrs;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments and masks of a strided slice mean for an input of a known rank.
 *
 * @param begin the first index in each input dimension; only valid where that dimension is known
 * @param strides the step in each input dimension
 * @param sizes the number of elements taken in each input dimension, {@link Shape#ANY} where not known
 * @param shape the shape of the result, with new and without shrunk dimensions
 */
record StridedSlices(long[] begin, long[] strides, long[] sizes, Shape shape) {
    /** A mask has a bit for each entry. */
    private static final int MAX_ENTRIES = 32;

    /** One entry of the sparse specification. */
    private record Entry(int spec, boolean newAxis, boolean all) {}

    /**
     * @param begin null where the begins are not known; likewise {@code end}
     * @throws InvalidArgumentException in TensorFlow's words
     */
    static StridedSlices of(Shape in, long @Nullable [] begin, long @Nullable [] end, long[] strides, Attrs attrs) {
        int n = strides.length;
        long ellipsis = attrs.integer("ellipsis_mask");
        long newAxis = attrs.integer("new_axis_mask");
        long shrink = attrs.integer("shrink_axis_mask");
        if (n > MAX_ENTRIES) {
            throw new InvalidArgumentException("a strided slice has " + n + " entries, more than " + MAX_ENTRIES);
        }
        if (Long.bitCount(ellipsis & ((1L << n) - 1)) > 1) {
            throw new InvalidArgumentException("Multiple ellipses in slice spec not allowed");
        }
        List<Entry> entries = entries(in.rank(), n, ellipsis, newAxis);
        int rank = in.rank();
        long[] b = new long[rank];
        long[] s = new long[rank];
        long[] sizes = new long[rank];
        List<Long> out = new ArrayList<>();
        int d = 0;
        for (Entry e : entries) {
            if (e.newAxis()) {
                out.add(1L);
                continue;
            }
            long dim = in.dim(d);
            if (e.all()) {
                s[d] = 1;
                sizes[d] = dim;
                out.add(dim);
                d++;
                continue;
            }
            int i = e.spec();
            boolean shrinks = (shrink >> i & 1) != 0;
            s[d] = strides[i];
            if (strides[i] == 0) {
                throw new InvalidArgumentException("strides[" + i + "] must be non-zero");
            }
            if (shrinks && strides[i] < 0) {
                throw new InvalidArgumentException("only stride 1 allowed on non-range indexing.");
            }
            boolean openBegin = (attrs.integer("begin_mask") >> i & 1) != 0;
            boolean openEnd = (attrs.integer("end_mask") >> i & 1) != 0;
            if (shrinks) {
                s[d] = 1;
                sizes[d] = 1;
                if (begin != null && dim != Shape.ANY) {
                    b[d] = begin[i] < 0 ? begin[i] + dim : begin[i];
                    if (b[d] < 0 || b[d] >= dim) {
                        throw new InvalidArgumentException(
                                "slice index " + begin[i] + " of dimension " + i + " out of bounds.");
                    }
                }
            } else {
                boolean known = dim != Shape.ANY && (openBegin || begin != null) && (openEnd || end != null);
                if (known) {
                    long first = openBegin ? (s[d] > 0 ? 0 : dim - 1) : clamp(begin(begin, i), dim, s[d]);
                    long last = openEnd ? (s[d] > 0 ? dim : -1) : clamp(begin(end, i), dim, s[d]);
                    long span = last - first;
                    sizes[d] = span == 0 || span < 0 != s[d] < 0 ? 0 : span / s[d] + (span % s[d] != 0 ? 1 : 0);
                    b[d] = sizes[d] == 0 ? 0 : first;
                    s[d] = sizes[d] <= 1 ? 1 : s[d];
                } else {
                    sizes[d] = Shape.ANY;
                }
                out.add(sizes[d]);
            }
            d++;
        }
        return new StridedSlices(
                b, s, sizes, Shape.of(out.stream().mapToLong(x -> x).toArray()));
    }

    private static long begin(long @Nullable [] values, int i) {
        return java.util.Objects.requireNonNull(values)[i];
    }

    private static List<Entry> entries(int rank, int n, long ellipsis, long newAxis) {
        int consumed = 0;
        boolean hasEllipsis = false;
        for (int i = 0; i < n; i++) {
            if ((ellipsis >> i & 1) != 0) {
                hasEllipsis = true;
            } else if ((newAxis >> i & 1) == 0) {
                consumed++;
            }
        }
        if (consumed > rank) {
            throw new InvalidArgumentException(
                    "Index out of range using input dim " + rank + "; input has only " + rank + " dims");
        }
        List<Entry> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if ((ellipsis >> i & 1) != 0) {
                for (int k = 0; k < rank - consumed; k++) {
                    out.add(new Entry(i, false, true));
                }
            } else {
                out.add(new Entry(i, (newAxis >> i & 1) != 0, false));
            }
        }
        for (int k = 0; !hasEllipsis && k < rank - consumed; k++) {
            out.add(new Entry(n, false, true));
        }
        return out;
    }

    private static long clamp(long index, long dim, long stride) {
        long i = index < 0 ? index + dim : index;
        return stride > 0 ? Math.clamp(i, 0, dim) : Math.clamp(i, -1, dim - 1);
    }
}
