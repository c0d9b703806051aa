package io.leat.ops.linalg;

import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The {@code MatrixDiag} ops: matrices made of their diagonals. */
abstract class DiagonalMatrices extends Op {
    /** How the diagonals are given, or null while {@code k} is not known. */
    protected abstract @Nullable Band band(@Nullable Tensor k, Attrs attrs);

    /** The sides of the matrices. */
    private record Sides(long rows, long columns) {}

    private static Sides sides(Band band, long length, long rows, long columns) {
        long leastRows = length - Math.min(band.upper(), 0);
        long leastColumns = length + Math.max(band.lower(), 0);
        if (rows != Shape.ANY && rows < leastRows) {
            throw new InvalidArgumentException("The number of rows is too small.");
        }
        if (columns != Shape.ANY && columns < leastColumns) {
            throw new InvalidArgumentException("The number of columns is too small.");
        }
        if (rows == Shape.ANY && columns == Shape.ANY) {
            long side = Math.max(leastRows, leastColumns);
            return new Sides(side, side);
        }
        long r = rows == Shape.ANY ? leastRows : rows;
        long c = columns == Shape.ANY ? leastColumns : columns;
        if (r != leastRows && c != leastColumns) {
            throw new InvalidArgumentException("The number of rows or columns is not consistent with "
                    + "the specified d_lower, d_upper, and diagonal.");
        }
        return new Sides(r, c);
    }

    private static Shape shape(Band band, Shape diagonal, long rows, long columns) {
        int packed = band.isSingle() ? 1 : 2;
        if (diagonal.rank() < packed) {
            throw new InvalidArgumentException(
                    "diagonal must be at least " + packed + "-dim, received shape: " + diagonal);
        }
        if (packed == 2 && diagonal.dim(-2) != Shape.ANY && diagonal.dim(-2) != band.count()) {
            throw new InvalidArgumentException("The number of diagonals provided in the input does not "
                    + "match the lower_diag_index and upper_diag_index range.");
        }
        Shape batch = diagonal.slice(0, diagonal.rank() - packed);
        if (diagonal.dim(-1) == Shape.ANY) {
            return batch.concat(Shape.of(Shape.ANY, Shape.ANY));
        }
        Sides s = sides(band, diagonal.dim(-1), rows, columns);
        return batch.concat(Shape.of(s.rows(), s.columns()));
    }

    @Override
    protected void infer(Inference c) {
        Shape diagonal = c.shape(0).withRankAtLeast(1);
        Band band = band(c.inputs() > 1 ? c.constant(1) : null, c.attrs());
        if (band == null || !diagonal.hasRank()) {
            return;
        }
        if (c.inputs() == 1) {
            c.output(0, diagonal.concat(Shape.of(diagonal.dim(-1))));
            return;
        }
        Long rows = c.integer(2);
        Long columns = c.integer(3);
        if (rows != null && columns != null) {
            c.output(0, shape(band, diagonal, rows, columns));
        } else {
            c.output(0, Shape.ofRank(diagonal.rank() + (band.isSingle() ? 1 : 0)));
        }
    }

    @Override
    protected void compute(Compute c) {
        boolean plain = c.inputs() == 1;
        Band band = Objects.requireNonNull(band(plain ? null : c.input(1), c.attrs()));
        long rows = plain ? Shape.ANY : c.integers(2)[0];
        long columns = plain ? Shape.ANY : c.integers(3)[0];
        Shape shape = shape(band, c.shape(0), rows, columns);
        Elements in = Elements.of(c.input(0));
        Elements out = Elements.allocate(c.outputDType(0), shape);
        if (!plain) {
            Elements padding = Elements.of(c.input(4));
            for (int i = 0; i < out.size(); i++) {
                padding.copy(0, out, i);
            }
        }
        int batch = Math.toIntExact(shape.slice(0, shape.rank() - 2).size());
        band.walk(batch, (int) shape.dim(-2), (int) shape.dim(-1), (packed, matrix) -> {
            if (matrix >= 0) {
                in.copy(packed, out, matrix);
            }
        });
        c.output(0, out.tensor());
    }
}
