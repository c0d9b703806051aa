package io.leat.ops.data;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** The iterator that a string names. */
@OpSpec(
        value = "IteratorFromStringHandleV2(string_handle: string) -> (resource_handle: resource); "
                + "output_types: list(type) >= 0 = []; output_shapes: list(shape) >= 0 = []",
        stateful = true)
public final class IteratorFromStringHandleV2 extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 0);
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        String name = c.input(0).scalarString();
        int slash = name.indexOf('/');
        IteratorCell cell = slash < 0
                ? null
                : c.run().resources().find(name.substring(0, slash), name.substring(slash + 1), IteratorCell.class);
        if (cell == null) {
            throw new InvalidArgumentException("string_handle does not name an iterator: " + name);
        }
        if (!c.attrs().types("output_types").isEmpty()) {
            cell.require(c.attrs().types("output_types"), c.attrs().shapes("output_shapes"));
        }
        c.output(0, cell.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
