package io.leat.ops.control;

import io.leat.graph.FlowRole;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.Shape;

/** Gives its first live input, and the number of it. */
abstract class Merging extends Op {
    @Override
    protected void infer(Inference c) {
        Shape shape = c.shape(0);
        for (int i = 1; i < c.inputs(); i++) {
            shape = common(shape, c.shape(i));
        }
        c.output(0, shape);
        c.output(1, Shape.SCALAR);
    }

    /** What both shapes agree on. */
    static Shape common(Shape a, Shape b) {
        if (!a.hasRank() || !b.hasRank() || a.rank() != b.rank()) {
            return Shape.UNKNOWN;
        }
        Shape out = a;
        for (int d = 0; d < a.rank(); d++) {
            out = a.dim(d) == b.dim(d) ? out : out.withDim(d, Shape.ANY);
        }
        return out;
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.MERGE;
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }
}
