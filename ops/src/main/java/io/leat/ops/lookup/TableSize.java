package io.leat.ops.lookup;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** The number of entries. */
abstract class TableSize extends TableOp {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, Tensor.scalar(table(c).size()));
    }
}
