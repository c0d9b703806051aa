package io.leat.ops.data;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.Shape;

/**
 * A handle to an iterator of the session: that of the same container and {@code shared_name}, or one of this node alone
 * where it has none.
 */
abstract class IteratorMaker extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected boolean isPerSession() {
        return true;
    }

    @Override
    protected void compute(Compute c) {
        Attrs a = c.attrs();
        String name = a.text("shared_name").isEmpty() ? c.node().name() : a.text("shared_name");
        IteratorCell cell = c.run()
                .resources()
                .findOrCreate(
                        a.text("container"),
                        name,
                        IteratorCell.class,
                        () -> new IteratorCell(
                                a.text("container") + "/" + name, a.types("output_types"), a.shapes("output_shapes")));
        cell.require(a.types("output_types"), a.shapes("output_shapes"));
        c.output(0, cell.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // no inputs
    }
}
