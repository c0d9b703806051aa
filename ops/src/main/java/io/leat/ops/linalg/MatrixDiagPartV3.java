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
 * The diagonals {@code k[0]} to {@code k[1]}, or {@code k}, of matrices, the uppermost first; the shorter ones are filled
 * with {@code padding_value}.
 * {@code align} says at which side of their rows the shorter diagonals above and below the main one lie.
 */
@OpSpec("MatrixDiagPartV3(input: T, k: int32, padding_value: T) -> (diagonal: T); T: type; "
        + "align: {'LEFT_RIGHT', 'RIGHT_LEFT', 'LEFT_LEFT', 'RIGHT_RIGHT'} = 'RIGHT_LEFT'")
public final class MatrixDiagPartV3 extends DiagonalParts {
    @Endpoint("linalg.diagPart")
    public static Output of(Ops tf, Operand input, Operand k, Operand paddingValue, String align) {
        return tf.op("MatrixDiagPartV3")
                .input(input)
                .input(k)
                .input(paddingValue)
                .attr("align", align)
                .add()
                .output(0);
    }

    static Output of(Ops tf, Operand input, Operand k, String align) {
        return of(tf, input, k, tf.constant(0, input.output().dtype()), align);
    }

    @Override
    protected @Nullable Band band(@Nullable Tensor k, Attrs attrs) {
        return k == null ? null : Band.of(k, attrs.text("align"));
    }

    @Override
    protected void gradient(Backprop b) {
        gradient(b, b.input(1), b.attrs().text("align"));
    }
}
