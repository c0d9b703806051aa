package io.leat.ops.linalg;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.Operand;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The {@code MatrixDiagPart} ops: the diagonals of matrices. */
abstract class DiagonalParts extends Op {
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
        Band band = band(c.inputs() > 1 ? c.constant(1) : null, c.attrs());
        if (band != null && in.hasRank()) {
            c.output(0, band.packed(in));
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(0);
        check(shape);
        boolean plain = c.inputs() == 1;
        Band band = Objects.requireNonNull(band(plain ? null : c.input(1), c.attrs()));
        Shape packedShape = band.packed(shape);
        Elements in = Elements.of(c.input(0));
        Elements out = Elements.allocate(c.outputDType(0), packedShape);
        int batch = Math.toIntExact(shape.slice(0, shape.rank() - 2).size());
        band.walk(batch, (int) shape.dim(-2), (int) shape.dim(-1), (packed, matrix) -> {
            if (matrix >= 0) {
                in.copy(matrix, out, packed);
            } else if (!plain) {
                Elements.of(c.input(2)).copy(0, out, -1 - packed);
            }
        });
        c.output(0, out.tensor());
    }

    /** The gradient: the diagonals in matrices of zeros. */
    protected static void gradient(Backprop b, Operand k, String align) {
        b.dx(0, MatrixSetDiagV3.of(b.tf(), b.tf().call("ZerosLike", b.input(0)), b.dy(0), k, align));
    }
}
