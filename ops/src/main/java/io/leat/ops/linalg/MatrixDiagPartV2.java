package io.leat.ops.linalg;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.OpSpec;
import io.leat.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The diagonals {@code k[0]} to {@code k[1]}, or {@code k}, of matrices, the uppermost first; the shorter ones are filled
 * with {@code padding_value}.
 * The shorter diagonals start at the left of their rows.
 */
@OpSpec("MatrixDiagPartV2(input: T, k: int32, padding_value: T) -> (diagonal: T); T: type")
public final class MatrixDiagPartV2 extends DiagonalParts {
    @Override
    protected @Nullable Band band(@Nullable Tensor k, Attrs attrs) {
        return k == null ? null : Band.of(k, "LEFT_LEFT");
    }

    @Override
    protected void gradient(Backprop b) {
        gradient(b, b.input(1), "LEFT_LEFT");
    }
}
