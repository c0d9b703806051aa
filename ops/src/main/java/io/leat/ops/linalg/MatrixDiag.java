package io.leat.ops.linalg;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Matrices of zeros [..., n, n] with the vectors {@code diagonal} [..., n] on their main diagonals. */
@OpSpec("MatrixDiag(diagonal: T) -> (output: T); T: type")
public final class MatrixDiag extends DiagonalMatrices {
    @Endpoint("linalg.diag")
    public static Output of(Ops tf, Operand diagonal) {
        return tf.call("MatrixDiag", diagonal);
    }

    @Override
    protected Band band(@Nullable Tensor k, Attrs attrs) {
        return Band.MAIN;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, MatrixDiagPart.of(b.tf(), b.dy(0)));
    }
}
