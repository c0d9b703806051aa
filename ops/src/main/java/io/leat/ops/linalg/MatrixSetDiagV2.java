package io.leat.ops.linalg;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.OpSpec;
import io.leat.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The matrices {@code input} with the rows of {@code diagonal} on their diagonals {@code k[0]} to {@code k[1]}, or
 * {@code k}.
 * The shorter diagonals start at the left of their rows.
 */
@OpSpec("MatrixSetDiagV2(input: T, diagonal: T, k: int32) -> (output: T); T: type")
public final class MatrixSetDiagV2 extends DiagonalUpdates {
    @Override
    protected @Nullable Band band(@Nullable Tensor k, Attrs attrs) {
        return k == null ? null : Band.of(k, "LEFT_LEFT");
    }

    @Override
    protected void gradient(Backprop b) {
        gradient(b, b.input(2), "LEFT_LEFT");
    }
}
