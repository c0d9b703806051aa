package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.OutOfRangeException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Counts a scalar integer variable up to a limit. */
abstract class Counter extends Op {
    @Override
    protected void infer(Inference c) {
        Node.HandleInfo info = c.handle(0);
        c.output(0, info == null ? Shape.SCALAR : info.shape().merge(Shape.SCALAR));
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void compute(Compute c) {
        long limit = c.attrs().integer("limit");
        Elements out = Elements.allocate(c.outputDType(0), Shape.SCALAR);
        Cells.of(c, 0).update(t -> {
            Elements count = Elements.of(t);
            if (count.size() != 1 || count.dtype() != out.dtype()) {
                throw new InvalidArgumentException("input is not a scalar: " + t.shape());
            }
            long now = count.integer(0);
            if (now >= limit) {
                throw new OutOfRangeException("Reached limit of " + limit);
            }
            out.setInteger(0, now);
            count.setInteger(0, now + 1);
        });
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
