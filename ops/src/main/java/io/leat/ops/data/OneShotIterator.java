package io.leat.ops.data;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.FlowRole;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;

/** An iterator that passes once over the dataset that a function gives; it begins when it is first needed. */
@OpSpec(
        value = "OneShotIterator() -> (handle: resource); dataset_factory: func; "
                + "output_types: list(type) >= 1; output_shapes: list(shape) >= 1; "
                + "container: string = ''; shared_name: string = ''",
        stateful = true)
public final class OneShotIterator extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
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
        cell.startOnce(() -> ElementFunction.dataset(c.call(a.function("dataset_factory"))));
        c.output(0, cell.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // no inputs
    }
}
