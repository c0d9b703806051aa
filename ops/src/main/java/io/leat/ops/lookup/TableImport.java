package io.leat.ops.lookup;

import io.leat.graph.Compute;
import io.leat.graph.Inference;

/** Replaces all entries. */
abstract class TableImport extends TableOp {
    @Override
    protected void infer(Inference c) {
        // no outputs
    }

    @Override
    protected void compute(Compute c) {
        table(c).replace(c.input(1), c.input(2));
    }
}
