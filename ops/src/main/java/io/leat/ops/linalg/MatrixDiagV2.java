package io.leat.ops.linalg;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.OpSpec;
import io.leat.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Matrices with the rows of {@code diagonal} on the diagonals {@code k[0]} to {@code k[1]}, or all on {@code k}, and
 * {@code padding_value} elsewhere. A number of rows or columns of -1 is the least that holds them.
 * The shorter diagonals start at the left of their rows.
 */
@OpSpec(
        "MatrixDiagV2(diagonal: T, k: int32, num_rows: int32, num_cols: int32, padding_value: T) -> (output: T); T: type")
public final class MatrixDiagV2 extends DiagonalMatrices {
    @Override
    protected @Nullable Band band(@Nullable Tensor k, Attrs attrs) {
        return k == null ? null : Band.of(k, "LEFT_LEFT");
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, MatrixDiagPartV3.of(b.tf(), b.dy(0), b.input(1), "LEFT_LEFT"));
    }
}
