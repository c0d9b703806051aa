package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** A tensor that every run must feed. */
@OpSpec("Placeholder() -> (output: dtype); dtype: type; shape: shape = ?")
public final class Placeholder extends Op {
    /** Before this version a shape of {@code []} meant an unknown one. */
    private static final int SCALARS_SINCE = 24;

    @Override
    protected void infer(Inference c) {
        Shape shape = c.attrs().shape("shape");
        boolean unknown = c.producer() < SCALARS_SINCE && shape.rank() == 0;
        c.output(0, unknown ? Shape.UNKNOWN : shape);
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.node().output(0).shape();
        throw new InvalidArgumentException(
                "You must feed a value for placeholder tensor '" + c.node().name()
                        + "' with dtype " + c.outputDType(0).signatureName()
                        + (shape.hasRank() ? " and shape " + shape : ""));
    }

    @Override
    protected void gradient(Backprop b) {
        // no inputs
    }
}
