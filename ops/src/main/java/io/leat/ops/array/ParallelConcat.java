package io.leat.ops.array;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Tensors whose first dimension is 1 joined along it; {@code shape} is that of the result. */
@OpSpec("ParallelConcat(values: N * T) -> (output: T); N: int >= 1; T: type; shape: shape")
public final class ParallelConcat extends Op {
    @Override
    protected void infer(Inference c) {
        Shape out = c.attrs().shape("shape");
        if (!out.isFullyKnown()) {
            throw new InvalidArgumentException("shape attr must be fully defined.");
        }
        check(out, c.inputs());
        for (int i = 0; i < c.inputs(); i++) {
            c.shape(i).merge(out.withDim(0, 1));
        }
        c.output(0, out);
    }

    private static void check(Shape out, int n) {
        if (out.rank() == 0 || out.dim(0) != n) {
            throw new InvalidArgumentException("The first dimension of shape " + out + " must be " + n);
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape out = c.attrs().shape("shape");
        check(out, c.inputs());
        Elements y = Elements.allocate(c.outputDType(0), out);
        int row = (int) out.from(1).size();
        for (int i = 0; i < c.inputs(); i++) {
            if (!c.shape(i).equals(out.withDim(0, 1))) {
                throw new InvalidArgumentException(
                        "values[" + i + "] has shape " + c.shape(i) + ", not " + out.withDim(0, 1));
            }
            Elements.of(c.input(i)).copyRange(0, y, i * row, row);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        c.output(0, c.concat(0, c.allInputs()));
        return true;
    }
}
