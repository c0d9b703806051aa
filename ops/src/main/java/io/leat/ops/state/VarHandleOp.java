package io.leat.ops.state;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.ir.VariableCell;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;

/** A handle to a resource variable, shared by the nodes of equal container and name in a session. */
@OpSpec(
        value = "VarHandleOp() -> (resource: resource); container: string = ''; shared_name: string = ''; "
                + "debug_name: string = ''; dtype: type; shape: shape; allowed_devices: list(string) = []",
        stateful = true)
public final class VarHandleOp extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
        c.handle(0, new Node.HandleInfo(c.attrs().type("dtype"), c.attrs().shape("shape")));
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
                        () -> new VariableCell(name, a.type("dtype"), a.shape("shape")));
        c.output(0, handle(cell));
    }

    /** A scalar tensor with a handle to {@code cell}. */
    static Tensor handle(VariableCell cell) {
        return Raw.wrap(DType.RESOURCE, Shape.SCALAR, new Object[] {cell});
    }

    @Override
    protected void gradient(Backprop b) {
        // no inputs
    }
}
