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

/**
 * Matrices with the rows of {@code diagonal} on the diagonals {@code k[0]} to {@code k[1]}, or all on {@code k}, and
 * {@code padding_value} elsewhere. A number of rows or columns of -1 is the least that holds them.
 * {@code align} says at which side of their rows the shorter diagonals above and below the main one lie.
 */
@OpSpec(
        "MatrixDiagV3(diagonal: T, k: int32, num_rows: int32, num_cols: int32, padding_value: T) -> (output: T); T: type; "
                + "align: {'LEFT_RIGHT', 'RIGHT_LEFT', 'LEFT_LEFT', 'RIGHT_RIGHT'} = 'RIGHT_LEFT'")
public final class MatrixDiagV3 extends DiagonalMatrices {
    @Endpoint("linalg.diag")
    public static Output of(
            Ops tf, Operand diagonal, Operand k, Operand numRows, Operand numCols, Operand paddingValue, String align) {
        return tf.op("MatrixDiagV3")
                .input(diagonal)
                .input(k)
                .input(numRows)
                .input(numCols)
                .input(paddingValue)
                .attr("align", align)
                .add()
                .output(0);
    }

    @Override
    protected @Nullable Band band(@Nullable Tensor k, Attrs attrs) {
        return k == null ? null : Band.of(k, attrs.text("align"));
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, MatrixDiagPartV3.of(b.tf(), b.dy(0), b.input(1), b.attrs().text("align")));
    }
}
