package io.leat.ops.state;

import io.leat.kernels.Parallel;
import io.leat.kernels.Scatter;
import io.leat.kernels.ScatterOp;
import io.leat.ops.family.IndexTuples;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/** Scattering of updates by index tuples into a tensor that is an input, or zeros. */
final class Scattering {
    private static final String NAME = "shape";

    private final Combination combination;
    private final IndexTuples tuples;
    private final Shape shape;

    /** @throws InvalidArgumentException if the shapes do not fit together */
    Scattering(Combination combination, Shape shape, Shape indices, Shape updates) {
        this.combination = combination;
        this.tuples = IndexTuples.of(indices, shape, "output");
        this.shape = shape;
        check(shape, indices, updates);
    }

    /** Rejects what is known not to fit together. */
    static void check(Shape shape, Shape indices, Shape updates) {
        if (!indices.withRankAtLeast(1).hasRank() || !updates.hasRank()) {
            return;
        }
        int outer = indices.rank() - 1;
        if (updates.rank() < outer || !updates.slice(0, outer).isCompatibleWith(indices.slice(0, outer))) {
            throw new InvalidArgumentException("Dimensions [0," + outer + ") of indices[shape=" + indices
                    + "] must match dimensions [0," + outer + ") of updates[shape=" + updates + "]");
        }
        if (shape.hasRank() && indices.dim(-1) != Shape.ANY) {
            int depth = IndexTuples.of(indices, shape, "output").depth();
            if (!updates.from(outer).isCompatibleWith(shape.from(depth))) {
                throw new InvalidArgumentException("Dimensions [" + depth + "," + shape.rank()
                        + ") of input[shape=" + shape + "] must match dimensions [" + outer + "," + updates.rank()
                        + ") of updates[shape=" + updates + "]");
            }
        }
    }

    /** Combines the rows of {@code target} that the tuples name with {@code updates}, one after the other. */
    void run(Elements target, long[] indices, Elements updates, boolean ignoreBad) {
        int inner = (int) tuples.row().size();
        int[] rows = tuples.rows(indices, shape, ignoreBad, NAME);
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < inner && rows[i] >= 0; k++) {
                apply(target, rows[i] * inner + k, updates, i * inner + k);
            }
        }
    }

    /** Strings are added by joining them. */
    private void apply(Elements target, int i, Elements update, int j) {
        if (combination == Combination.ADD && target.dtype() == DType.STRING) {
            byte[] a = target.string(i);
            byte[] b = update.string(j);
            byte[] both = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, both, a.length, b.length);
            target.setString(i, both);
        } else {
            combination.apply(target, i, update, j);
        }
    }

    static boolean isFast(Combination combination, DType type, DType index) {
        return switch (type) {
            case FLOAT32, FLOAT64, INT32, INT64 -> index == DType.INT32 || index == DType.INT64;
            default ->
                combination == Combination.UPDATE
                        && type.lanes() == 1
                        && (index == DType.INT32 || index == DType.INT64);
        };
    }

    /** {@link #run} on arrays, without bad tuples. */
    void run(Object target, Object indices, Object updates, Parallel p) {
        int[] at = tuples.rows(indices, shape, NAME);
        int rows = (int) shape.slice(0, tuples.depth()).size();
        int inner = (int) tuples.row().size();
        int n = at.length;
        ScatterOp op = ScatterOp.valueOf(combination.name());
        int bad = combination == Combination.UPDATE
                ? Scatter.update(target, 0, rows, inner, at, 0, n, updates, 0, p)
                : switch (target) {
                    case float[] t -> Scatter.rows(op, t, 0, rows, inner, at, 0, n, (float[]) updates, 0, p);
                    case double[] t -> Scatter.rows(op, t, 0, rows, inner, at, 0, n, (double[]) updates, 0, p);
                    case int[] t -> Scatter.rows(op, t, 0, rows, inner, at, 0, n, (int[]) updates, 0, p);
                    case long[] t -> Scatter.rows(op, t, 0, rows, inner, at, 0, n, (long[]) updates, 0, p);
                    default -> throw new InvalidArgumentException("cannot scatter " + target.getClass());
                };
        if (bad >= 0) {
            throw new InvalidArgumentException("indices[" + bad + "] does not index into " + NAME + " " + shape);
        }
    }
}
