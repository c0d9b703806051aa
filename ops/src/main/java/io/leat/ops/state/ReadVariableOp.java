package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Gradient;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;

/** A snapshot of the value of a resource variable; later assignments do not change it. */
@OpSpec(value = "ReadVariableOp(resource: resource) -> (value: dtype); dtype: type", stateful = true)
public final class ReadVariableOp extends Op {
    @Endpoint("state.readVariable")
    public static Output of(Ops tf, Operand handle, io.leat.tensor.DType dtype) {
        return tf.op("ReadVariableOp").input(handle).attr("dtype", dtype).add().output(0);
    }

    @Override
    protected void infer(Inference c) {
        Node.HandleInfo info = c.handle(0);
        if (info == null) {
            return;
        }
        if (info.dtype() != c.outputDType(0)) {
            throw new InvalidArgumentException("Trying to read variable with wrong dtype. Expected "
                    + c.outputDType(0).signatureName() + " got " + info.dtype().signatureName());
        }
        c.output(0, info.shape());
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, Cells.of(c, 0).borrow());
    }

    @Override
    protected boolean lower(Lowering c) {
        c.output(0, c.read(c.input(0), c.outputDType(0), c.outputShape(0)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Gradient dy = b.sparseDy(0);
        if (dy != null) {
            b.dx(0, dy);
        }
    }
}
