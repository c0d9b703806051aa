package io.leat.ops.state;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Rows of tensors that indices name: shapes, checks and TensorFlow's error texts. */
final class Rows {
    private Rows() {}

    /**
     * How many first dimensions of a tensor the last dimension of {@code indices} names.
     *
     * @throws InvalidArgumentException if they are more than it has
     */
    static int depth(Shape indices, Shape of) {
        if (indices.rank() < 1) {
            throw new InvalidArgumentException("indices must be at least a vector");
        }
        long depth = indices.dim(indices.rank() - 1);
        if (depth > of.rank()) {
            throw new InvalidArgumentException(
                    "index innermost dimension length must be <= params rank; saw: " + depth + " vs. " + of.rank());
        }
        return (int) depth;
    }

    /**
     * The row numbers that index tuples stand for, counting the first {@code depth} dimensions as one.
     *
     * @throws InvalidArgumentException if a tuple is out of range
     */
    static int[] ofTuples(long[] indices, Shape shape, int depth, Shape of) {
        int count = (int) shape.slice(0, shape.rank() - 1).size();
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            long row = 0;
            for (int d = 0; d < depth; d++) {
                long index = indices[i * depth + d];
                if (index < 0 || index >= of.dim(d)) {
                    long[] tuple = Arrays.copyOfRange(indices, i * depth, (i + 1) * depth);
                    throw new InvalidArgumentException("indices" + position(i, shape.slice(0, shape.rank() - 1)) + " = "
                            + text(tuple) + " does not index into shape " + of);
                }
                row = row * of.dim(d) + index;
            }
            rows[i] = (int) row;
        }
        return rows;
    }

    /**
     * Row numbers of the first dimension.
     *
     * @throws InvalidArgumentException if one is out of range
     */
    static int[] of(long[] indices, Shape shape, long rows) {
        int[] out = new int[indices.length];
        for (int i = 0; i < out.length; i++) {
            if (indices[i] < 0 || indices[i] >= rows) {
                throw new InvalidArgumentException(
                        "indices" + position(i, shape) + " = " + indices[i] + " is not in [0, " + rows + ")");
            }
            out[i] = (int) indices[i];
        }
        return out;
    }

    /** {@code [1,2]} for the element {@code i} of a tensor, nothing for a scalar. */
    private static String position(int i, Shape shape) {
        long[] strides = shape.strides();
        long[] at = new long[strides.length];
        long rest = i;
        for (int d = 0; d < at.length; d++) {
            at[d] = strides[d] == 0 ? 0 : rest / strides[d];
            rest = strides[d] == 0 ? 0 : rest % strides[d];
        }
        return at.length == 0 ? "" : text(at);
    }

    private static String text(long[] values) {
        return Arrays.stream(values).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]"));
    }
}
