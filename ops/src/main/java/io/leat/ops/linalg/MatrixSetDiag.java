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

/** The matrices {@code input} [..., m, n] with {@code diagonal} [..., min(m, n)] on their main diagonals. */
@OpSpec("MatrixSetDiag(input: T, diagonal: T) -> (output: T); T: type")
public final class MatrixSetDiag extends DiagonalUpdates {
    @Endpoint("linalg.setDiag")
    public static Output of(Ops tf, Operand input, Operand diagonal) {
        return tf.call("MatrixSetDiag", input, diagonal);
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
