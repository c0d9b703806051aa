package io.leat.ops.linalg;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.Operand;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The {@code MatrixSetDiag} ops: matrices with other diagonals. */
abstract class DiagonalUpdates extends Op {
    /** Which diagonals, or null while {@code k} is not known. */
    protected abstract @Nullable Band band(@Nullable Tensor k, Attrs attrs);

    private static void check(Shape s) {
        if (s.hasRank() && s.rank() < 2) {
            throw new InvalidArgumentException("input must be at least 2-dim, received shape: " + s);
        }
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        check(in);
        Shape diagonal = c.shape(1).withRankAtLeast(1);
        Band band = band(c.inputs() > 2 ? c.constant(2) : null, c.attrs());
        c.output(0, in);
        if (band == null) {
            return;
        }
        if (!in.hasRank()) {
            if (diagonal.hasRank()) {
                c.output(0, Shape.ofRank(diagonal.rank() + (band.isSingle() ? 1 : 0)));
            }
            return;
        }
        checkDiagonal(band.packed(in), diagonal);
        if (diagonal.hasRank()) {
            Shape batch = diagonal.slice(0, in.rank() - 2);
            c.output(0, in.merge(batch.concat(Shape.of(Shape.ANY, Shape.ANY))));
        }
    }

    private static void checkDiagonal(Shape expected, Shape diagonal) {
        if (!expected.isCompatibleWith(diagonal)) {
            throw new InvalidArgumentException("Either first dimensions of diagonal don't match input.shape[:-2], "
                    + "or diagonal.shape[:-1] is not equal to the longests diagonal in range "
                    + "[lower_diag_index:upper_diag_index].\nInput should have diagonals of shape " + expected
                    + ", diagonal has " + diagonal);
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(0);
        check(shape);
        Band band = Objects.requireNonNull(band(c.inputs() > 2 ? c.input(2) : null, c.attrs()));
        checkDiagonal(band.packed(shape), c.shape(1));
        Elements in = Elements.of(c.input(0));
        Elements diagonal = Elements.of(c.input(1));
        Elements out = Elements.allocate(c.outputDType(0), shape);
        in.copyRange(0, out, 0, in.size());
        int batch = Math.toIntExact(shape.slice(0, shape.rank() - 2).size());
        band.walk(batch, (int) shape.dim(-2), (int) shape.dim(-1), (packed, matrix) -> {
            if (matrix >= 0) {
                diagonal.copy(packed, out, matrix);
            }
        });
        c.output(0, out.tensor());
    }

    /** The gradients: that of the matrices has zeros on the diagonals. */
    protected static void gradient(Backprop b, Operand k, String align) {
        Output zeros = b.tf().call("ZerosLike", b.input(1));
        b.dx(0, MatrixSetDiagV3.of(b.tf(), b.dy(0), zeros, k, align));
        b.dx(1, MatrixDiagPartV3.of(b.tf(), b.dy(0), k, align));
    }
}
