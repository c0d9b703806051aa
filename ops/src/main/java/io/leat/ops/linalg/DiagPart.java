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

/** The elements at the places [i, i] of a tensor of shape [s, s], as a tensor of shape s. */
@OpSpec("DiagPart(input: T) -> (diagonal: T); "
        + "T: {bfloat16, half, float, double, int32, int64, complex64, complex128}")
public final class DiagPart extends Op {
    @Endpoint("linalg.tensorDiagPart")
    public static Output of(Ops tf, Operand input) {
        return tf.call("DiagPart", input);
    }

    private static Shape half(Shape s) {
        int rank = s.rank();
        if (rank % 2 != 0 || rank < 2) {
            throw new InvalidArgumentException("Input must have even and non-zero rank, input rank is " + rank);
        }
        Shape rows = s.slice(0, rank / 2);
        Shape columns = s.from(rank / 2);
        if (!rows.isCompatibleWith(columns)) {
            throw new InvalidArgumentException("Invalid shape " + s + ": dimensions are not the same in both halves");
        }
        return rows.merge(columns);
    }

    @Override
    protected void infer(Inference c) {
        if (c.shape(0).hasRank()) {
            c.output(0, half(c.shape(0)));
        }
    }

    @Override
    protected void compute(Compute c) {
        Elements in = Elements.of(c.input(0));
        Elements out = Elements.allocate(c.outputDType(0), half(c.shape(0)));
        for (int i = 0; i < out.size(); i++) {
            in.copy(i * (out.size() + 1), out, i);
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, Diag.of(b.tf(), b.dy(0)));
    }
}
