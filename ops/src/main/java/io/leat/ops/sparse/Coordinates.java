package io.leat.ops.sparse;

import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The indices [n, rank] of a sparse tensor. */
final class Coordinates {
    final int count;
    final int rank;
    final long[] at;

    private Coordinates(int count, int rank, long[] at) {
        this.count = count;
        this.rank = rank;
        this.at = at;
    }

    /** Checks that indices, values and shape belong together. */
    static Coordinates of(Tensor indices, Tensor values, Tensor shape) {
        if (indices.shape().rank() != 2) {
            throw new InvalidArgumentException(
                    "Input indices should be a matrix but received shape: " + indices.shape());
        }
        if (values.shape().rank() != 1) {
            throw new InvalidArgumentException("Input values should be a vector but received shape: " + values.shape());
        }
        if (shape.shape().rank() != 1) {
            throw new InvalidArgumentException("Input shape should be a vector but received shape: " + shape.shape());
        }
        long n = indices.shape().dim(0);
        if (n != values.size()) {
            throw new InvalidArgumentException(
                    "Number of elements in indices (" + n + ") and values (" + values.size() + ") do not match");
        }
        if (indices.shape().dim(1) != shape.size()) {
            throw new InvalidArgumentException(
                    "Index rank (" + indices.shape().dim(1) + ") and shape rank (" + shape.size() + ") do not match");
        }
        return new Coordinates((int) n, (int) shape.size(), Constants.integers(indices));
    }

    long get(int i, int dimension) {
        return at[i * rank + dimension];
    }

    String text(int i) {
        return Arrays.stream(at, i * rank, (i + 1) * rank)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(",", "[", "]"));
    }

    boolean isInside(int i, long[] dims) {
        for (int d = 0; d < rank; d++) {
            if (get(i, d) < 0 || get(i, d) >= dims[d]) {
                return false;
            }
        }
        return true;
    }

    /** The place in row-major order. */
    long offset(int i, long[] dims) {
        long offset = 0;
        for (int d = 0; d < rank; d++) {
            offset = offset * dims[d] + get(i, d);
        }
        return offset;
    }

    /** Negative, 0 or positive as entry {@code i} precedes, equals or follows {@code j} in row-major order. */
    int compare(int i, int j) {
        return Arrays.compare(at, i * rank, (i + 1) * rank, at, j * rank, (j + 1) * rank);
    }

    /** The numbers of the entries in row-major order; equal ones stay as they come. */
    Integer[] order() {
        Integer[] order = new Integer[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        Arrays.sort(order, this::compare);
        return order;
    }

    /** The shape rule of ops that take a sparse tensor as inputs {@code first} and the two after it. */
    static void infer(Inference c, int first) {
        Shape indices = c.shape(first, 2);
        Shape values = c.shape(first + 1, 1);
        Shape shape = c.shape(first + 2, 1);
        Shape.mergeDims(indices.dim(0), values.dim(0));
        Shape.mergeDims(indices.dim(1), shape.dim(0));
    }
}
