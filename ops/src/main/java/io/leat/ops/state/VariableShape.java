package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.ir.VariableCell;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** The shape of the value of a resource variable, as an integer vector. */
@OpSpec(
        value = "VariableShape(input: resource) -> (output: out_type); out_type: {int32, int64} = DT_INT32",
        stateful = true)
public final class VariableShape extends Op {
    @Override
    protected void infer(Inference c) {
        Node.HandleInfo info = c.handle(0);
        if (info != null && info.shape().hasRank()) {
            c.output(0, Shape.of(info.shape().rank()));
            c.partialValue(0, info.shape());
        } else {
            c.output(0, Shape.of(Shape.ANY));
        }
    }

    @Override
    protected void compute(Compute c) {
        VariableCell cell = Cells.of(c, 0);
        Tensor value = cell.borrow();
        Shape shape = value.shape();
        cell.release(value);
        Elements out = Elements.allocate(c.outputDType(0), Shape.of(shape.rank()));
        for (int i = 0; i < shape.rank(); i++) {
            out.setInteger(i, shape.dim(i));
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // integers: no gradient
    }
}
