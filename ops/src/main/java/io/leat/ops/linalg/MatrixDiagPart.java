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

/** The main diagonals [..., min(m, n)] of matrices [..., m, n]. */
@OpSpec("MatrixDiagPart(input: T) -> (diagonal: T); T: type")
public final class MatrixDiagPart extends DiagonalParts {
    @Endpoint("linalg.diagPart")
    public static Output of(Ops tf, Operand input) {
        return tf.call("MatrixDiagPart", input);
    }

    @Override
    protected Band band(@Nullable Tensor k, Attrs attrs) {
        return Band.MAIN;
    }

    @Override
    protected void gradient(Backprop b) {
        gradient(b, b.tf().constant(0), "LEFT_LEFT");
    }
}
