package io.leat.ops.queue;

import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.List;

/**
 * A handle to a queue of the session: that of the same container and {@code shared_name}, or one of this node alone where
 * it has none.
 */
abstract class QueueMaker extends QueueOp {
    abstract QueueSpec.Kind kind();

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
        String shared = a.text("shared_name");
        String name = shared.isEmpty() ? "_of_node_" + c.node().name() : shared;
        QueueSpec spec = spec(name, a);
        TupleQueue queue = c.run()
                .resources()
                .findOrCreate(a.text("container"), name, TupleQueue.class, () -> new TupleQueue(spec));
        queue.spec().requireSame(spec);
        c.output(0, Raw.wrap(DType.RESOURCE, Shape.SCALAR, new Object[] {queue}));
    }

    private QueueSpec spec(String name, Attrs a) {
        List<DType> types = new ArrayList<>(a.types("component_types"));
        List<Shape> shapes = new ArrayList<>(a.shapes("shapes"));
        boolean shuffles = kind() == QueueSpec.Kind.SHUFFLE;
        if (kind() == QueueSpec.Kind.PRIORITY) {
            types.addFirst(DType.INT64);
            shapes.addFirst(Shape.SCALAR);
        }
        return new QueueSpec(
                name,
                kind(),
                types,
                shapes,
                a.integer("capacity"),
                shuffles ? a.intValue("min_after_dequeue") : 0,
                shuffles ? a.integer("seed") : 0,
                shuffles ? a.integer("seed2") : 0);
    }
}
