package io.leat.ops.lookup;

import io.leat.graph.Compute;
import io.leat.graph.Inference;

/** Sets entries of a mutable table. */
abstract class TableInsert extends TableOp {
    @Override
    protected void infer(Inference c) {
        // no outputs
    }

    @Override
    protected void compute(Compute c) {
        table(c).insert(c.input(1), c.input(2));
    }
}
