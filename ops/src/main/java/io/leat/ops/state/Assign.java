package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.ir.VariableCell;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;

/**
 * Makes {@code value} the value of a reference variable; the output is the variable. Without {@code validate_shape} the
 * variable takes any shape.
 */
@OpSpec("Assign(ref: Ref(T), value: T) -> (output_ref: Ref(T)); T: type; validate_shape: bool = true; "
        + "use_locking: bool = true")
public final class Assign extends Op {
    @Override
    protected void infer(Inference c) {
        Node.HandleInfo info = c.handle(0);
        boolean validate = c.attrs().bool("validate_shape");
        c.output(0, validate ? c.shape(0).merge(c.shape(1)) : c.shape(1));
        if (info != null) {
            c.handle(0, info);
        }
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void compute(Compute c) {
        VariableCell cell = Cells.of(c, 0);
        Tensor value = c.input(1);
        if (c.attrs().bool("validate_shape")) {
            if (!cell.declaredShape().isCompatibleWith(value.shape())) {
                throw new InvalidArgumentException("Assign requires shapes of both tensors to match. lhs shape= "
                        + cell.declaredShape() + " rhs shape= " + value.shape());
            }
            cell.assign(value);
        } else {
            cell.assignUnchecked(value);
        }
        c.output(0, c.input(0));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
