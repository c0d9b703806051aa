package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Raw;

/** Stands for a result that only the other branch of a condition has; nobody looks at its value, which is zero. */
@OpSpec("FakeParam() -> (output: dtype); dtype: type; shape: shape")
public final class FakeParam extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.attrs().shape("shape"));
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.attrs().shape("shape");
        Shape known = shape.isFullyKnown() ? shape : Shape.of(0);
        c.output(0, Raw.allocate(c.outputDType(0), known));
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }
}
