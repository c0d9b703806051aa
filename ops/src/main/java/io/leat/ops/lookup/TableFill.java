package io.leat.ops.lookup;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.tensor.InvalidArgumentException;

/** Fills a table that is filled once. */
abstract class TableFill extends TableOp {
    @Override
    protected void infer(Inference c) {
        c.shape(1, 1).merge(c.shape(2, 1));
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(1).rank() != 1) {
            throw new InvalidArgumentException("Keys must be a vector, but received shape " + c.shape(1));
        }
        if (c.shape(2).rank() != 1) {
            throw new InvalidArgumentException("Values must be a vector, but received shape " + c.shape(2));
        }
        table(c).initialize(c.input(1), c.input(2));
    }
}
