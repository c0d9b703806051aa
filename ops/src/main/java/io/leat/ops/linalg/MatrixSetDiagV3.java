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
 * The matrices {@code input} with the rows of {@code diagonal} on their diagonals {@code k[0]} to {@code k[1]}, or
 * {@code k}.
 * {@code align} says at which side of their rows the shorter diagonals above and below the main one lie.
 */
@OpSpec("MatrixSetDiagV3(input: T, diagonal: T, k: int32) -> (output: T); T: type; "
        + "align: {'LEFT_RIGHT', 'RIGHT_LEFT', 'LEFT_LEFT', 'RIGHT_RIGHT'} = 'RIGHT_LEFT'")
public final class MatrixSetDiagV3 extends DiagonalUpdates {
    @Endpoint("linalg.setDiag")
    public static Output of(Ops tf, Operand input, Operand diagonal, Operand k, String align) {
        return tf.op("MatrixSetDiagV3")
                .input(input)
                .input(diagonal)
                .input(k)
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
        gradient(b, b.input(2), b.attrs().text("align"));
    }
}
