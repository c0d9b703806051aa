package io.leat.ops.family;

import io.leat.graph.Attrs;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.Arrays;

/**
 * Tuples of indices into the first dimensions of a tensor, as of {@code GatherNd} and {@code ScatterNd}.
 *
 * @param depth how many dimensions a tuple names
 * @param row the dimensions that it does not name
 * @param outer the shape of the indices without the tuples
 */
public record IndexTuples(int depth, Shape row, Shape outer) {
    /**
     * @param indices known rank and last dimension
     * @param of known rank
     * @throws InvalidArgumentException if the tuples are longer than the rank
     */
    public static IndexTuples of(Shape indices, Shape of, String name) {
        if (indices.rank() < 1) {
            throw new InvalidArgumentException("indices must be at least a vector");
        }
        long depth = indices.dim(-1);
        if (depth > of.rank()) {
            throw new InvalidArgumentException("index innermost dimension length must be <= " + name + " rank; saw: "
                    + depth + " vs. " + of.rank());
        }
        return new IndexTuples((int) depth, of.from((int) depth), indices.slice(0, indices.rank() - 1));
    }

    /** Whether bad indices are passed over: the meaning of attribute {@code bad_indices_policy}. */
    public static boolean ignoresBad(Attrs attrs) {
        return switch (attrs.text("bad_indices_policy")) {
            case "", "DEFAULT", "ERROR" -> false;
            case "IGNORE" -> true;
            default ->
                throw new InvalidArgumentException(
                        "Bad indices policy: " + attrs.text("bad_indices_policy") + " is not supported");
        };
    }

    /**
     * The row number that each tuple stands for, counting the named dimensions of {@code of} as one.
     *
     * @param ignoreBad whether a tuple out of range gives -1; otherwise it is an error
     * @param name what the error text calls the shape
     */
    public int[] rows(long[] indices, Shape of, boolean ignoreBad, String name) {
        int[] rows = new int[(int) outer.size()];
        for (int i = 0; i < rows.length; i++) {
            long at = 0;
            for (int d = 0; d < depth && at >= 0; d++) {
                long index = indices[i * depth + d];
                at = index < 0 || index >= of.dim(d) ? -1 : at * of.dim(d) + index;
            }
            if (at < 0 && !ignoreBad) {
                throw bad(Arrays.copyOfRange(indices, i * depth, (i + 1) * depth), i, of, name);
            }
            rows[i] = (int) at;
        }
        return rows;
    }

    /** {@link #rows(long[], Shape, boolean, String)} of an {@code int[]} or {@code long[]}; bad ones are an error. */
    public int[] rows(Object indices, Shape of, String name) {
        long[] wide = indices instanceof int[] narrow
                ? Arrays.stream(narrow).asLongStream().toArray()
                : (long[]) indices;
        return rows(wide, of, false, name);
    }

    private InvalidArgumentException bad(long[] tuple, int i, Shape of, String name) {
        return new InvalidArgumentException(
                "indices" + position(i, outer) + " = " + text(tuple, ", ") + " does not index into " + name + " " + of);
    }

    /** {@code [1,2]} for element {@code i} of a tensor, nothing for a scalar. */
    public static String position(int i, Shape shape) {
        long[] strides = shape.strides();
        long[] at = new long[strides.length];
        long rest = i;
        for (int d = 0; d < at.length; d++) {
            at[d] = rest / strides[d];
            rest %= strides[d];
        }
        return at.length == 0 ? "" : text(at, ",");
    }

    private static String text(long[] values, String separator) {
        return Arrays.stream(values)
                .mapToObj(Long::toString)
                .collect(java.util.stream.Collectors.joining(separator, "[", "]"));
    }
}
