package io.leat.ops.linalg;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** A tensor of zeros of shape [s, s] with the elements of {@code diagonal} of shape s at the places [i, i]. */
@OpSpec("Diag(diagonal: T) -> (output: T); "
        + "T: {bfloat16, half, float, double, int32, int64, complex64, complex128}")
public final class Diag extends Op {
    @Endpoint("linalg.tensorDiag")
    public static Output of(Ops tf, Operand diagonal) {
        return tf.call("Diag", diagonal);
    }

    @Override
    protected void infer(Inference c) {
        Shape s = c.shape(0).withRankAtLeast(1);
        c.output(0, s.concat(s));
    }

    @Override
    protected void compute(Compute c) {
        Shape s = c.shape(0);
        if (s.rank() < 1) {
            throw new InvalidArgumentException("Input must be at least rank 1, got 0");
        }
        Elements in = Elements.of(c.input(0));
        Elements out = Elements.allocate(c.outputDType(0), s.concat(s));
        for (int i = 0; i < in.size(); i++) {
            in.copy(i, out, i * (in.size() + 1));
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, DiagPart.of(b.tf(), b.dy(0)));
    }
}
