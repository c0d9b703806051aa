package io.leat.ops.control;

import io.leat.graph.FlowRole;
import io.leat.graph.Functional;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.Shape;

/** Gives its first live input, and the number of it. */
abstract class Merging extends Op {
    @Override
    protected void infer(Inference c) {
        Shape shape = c.shape(0);
        for (int i = 1; i < c.inputs(); i++) {
            shape = Functional.common(shape, c.shape(i));
        }
        c.output(0, shape);
        c.output(1, Shape.SCALAR);
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
