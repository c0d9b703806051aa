package io.leat.ops.linalg;

import io.leat.graph.Constants;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/**
 * Which diagonals of matrices an op works on, and how they lie in the rows of a packed tensor [..., diagonals, length],
 * the uppermost first; a single one has no dimension of its own.
 *
 * @param lower the lowest diagonal; 0 is the main one, positive ones lie above it
 * @param upper the uppermost diagonal
 * @param leftAbove whether the shorter diagonals above the main one start at the left of their rows
 * @param leftBelow the same of those below
 */
record Band(int lower, int upper, boolean leftAbove, boolean leftBelow) {
    static final Band MAIN = new Band(0, 0, true, true);

    /** @param align which side the diagonals above and below the main one lie at: {@code RIGHT_LEFT} and the like */
    static Band of(Tensor k, String align) {
        if (k.shape().rank() > 1) {
            throw new InvalidArgumentException("diag_index must be a scalar or vector, received shape: " + k.shape());
        }
        if (k.size() < 1 || k.size() > 2) {
            throw new InvalidArgumentException(
                    "diag_index must have only one or two elements, received " + k.size() + " elements.");
        }
        int[] all = Constants.ints(k);
        int lower = all[0];
        int upper = all[all.length - 1];
        if (lower > upper) {
            throw new InvalidArgumentException(
                    "lower_diag_index must not be larger than upper_diag_index: " + lower + " > " + upper);
        }
        return new Band(lower, upper, align.startsWith("LEFT"), align.endsWith("LEFT"));
    }

    boolean isSingle() {
        return lower == upper;
    }

    int count() {
        return upper - lower + 1;
    }

    /** The length of the longest diagonal. */
    long length(long rows, long columns) {
        return Math.min(rows + Math.min(upper, 0), columns - Math.max(lower, 0));
    }

    static long length(int diagonal, long rows, long columns) {
        return Math.max(0, Math.min(rows + Math.min(0, diagonal), columns - Math.max(0, diagonal)));
    }

    /** Where the diagonal starts in its row of the packed tensor. */
    int start(int diagonal, long rows, long columns) {
        boolean left = diagonal >= 0 && leftAbove || diagonal <= 0 && leftBelow;
        return left ? 0 : (int) (length(rows, columns) - length(diagonal, rows, columns));
    }

    /** The shape of the packed diagonals of matrices of that shape. */
    Shape packed(Shape matrices) {
        long rows = matrices.dim(-2);
        long columns = matrices.dim(-1);
        check(rows, columns);
        Shape batch = matrices.slice(0, matrices.rank() - 2);
        Shape many = isSingle() ? batch : batch.concat(Shape.of(count()));
        boolean known = rows != Shape.ANY && columns != Shape.ANY;
        return many.concat(Shape.of(known ? length(rows, columns) : Shape.ANY));
    }

    /** Refuses diagonals that lie outside matrices of that size. */
    void check(long rows, long columns) {
        if (rows == Shape.ANY || columns == Shape.ANY) {
            return;
        }
        check("lower_diag_index", lower, rows, columns);
        check("upper_diag_index", upper, rows, columns);
    }

    private static void check(String name, int diagonal, long rows, long columns) {
        if (diagonal != 0 && !(-rows < diagonal && diagonal < columns)) {
            throw new InvalidArgumentException(
                    name + " is out of bound: " + diagonal + ". It must be between " + -rows + " and " + columns);
        }
    }

    /** What a walk over the elements of diagonals does with each. */
    interface Visitor {
        /** @param packed the place in the packed tensor, or -1 - place where the row has only padding there */
        void visit(int packed, int matrix);
    }

    /** Visits all places of the packed tensor for {@code batch} matrices. */
    void walk(int batch, int rows, int columns, Visitor visitor) {
        int width = (int) length(rows, columns);
        for (int b = 0; b < batch; b++) {
            for (int d = 0; d < count(); d++) {
                int diagonal = upper - d;
                int start = start(diagonal, rows, columns);
                int n = (int) length(diagonal, rows, columns);
                int row = Math.max(0, -diagonal);
                int column = Math.max(0, diagonal);
                int at = (b * count() + d) * width;
                for (int i = 0; i < width; i++) {
                    int j = i - start;
                    boolean inside = j >= 0 && j < n;
                    int place = (b * rows + row + j) * columns + column + j;
                    visitor.visit(inside ? at + i : -1 - (at + i), inside ? place : -1);
                }
            }
        }
    }
}
