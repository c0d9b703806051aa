package io.leat.ops.data;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Ops that make a dataset. None is differentiable. */
abstract class DatasetOp extends Op {
    abstract TupleDataset dataset(Compute c);

    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, dataset(c).tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }

    /** The only element of an integer or bool input. */
    static long scalar(Compute c, int input, String what) {
        if (!c.shape(input).isScalar()) {
            throw new InvalidArgumentException(what + " must be a scalar");
        }
        return Elements.of(c.input(input)).integer(0);
    }
}
