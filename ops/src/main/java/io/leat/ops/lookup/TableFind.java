package io.leat.ops.lookup;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.tensor.Shape;

/** The values of keys. */
abstract class TableFind extends TableOp {
    @Override
    protected void infer(Inference c) {
        Shape value = valueShape(c);
        c.output(0, value.hasRank() ? c.shape(1).concat(value) : Shape.UNKNOWN);
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, table(c).find(c.input(1), c.input(2)));
    }
}
