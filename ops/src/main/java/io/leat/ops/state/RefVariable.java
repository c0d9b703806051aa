package io.leat.ops.state;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.ir.VariableCell;
import io.leat.tensor.Shape;

/** A reference variable, shared by the nodes of equal container and name in a session. */
abstract class RefVariable extends Op {
    /** The shape that attribute {@code shape} means. */
    abstract Shape declared(Attrs attrs);

    @Override
    protected void infer(Inference c) {
        Shape shape = declared(c.attrs());
        c.output(0, shape);
        c.handle(0, new Node.HandleInfo(c.attrs().type("dtype"), shape));
    }

    @Override
    protected boolean isPerSession() {
        return true;
    }

    @Override
    protected void compute(Compute c) {
        Attrs a = c.attrs();
        String name = a.text("shared_name").isEmpty() ? c.node().name() : a.text("shared_name");
        VariableCell cell = c.run()
                .resources()
                .findOrCreate(
                        a.text("container"),
                        name,
                        VariableCell.class,
                        () -> new VariableCell(name, a.type("dtype"), declared(a)));
        c.output(0, VarHandleOp.handle(cell));
    }

    @Override
    protected void gradient(Backprop b) {
        // no inputs
    }
}
