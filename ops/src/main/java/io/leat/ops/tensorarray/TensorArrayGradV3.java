package io.leat.ops.tensorarray;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.OpSpec;
import io.leat.graph.Tracing;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;

/**
 * The array of the gradients of an array's elements: the same one for the same {@code source}. Writes to it add up, and
 * what is not written reads as zeros. The array itself does not grow any more.
 */
@OpSpec(
        value = "TensorArrayGradV3(handle: resource, flow_in: float) -> (grad_handle: resource, flow_out: float); "
                + "source: string",
        stateful = true)
public final class TensorArrayGradV3 extends ArrayOp {
    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        c.output(0, Shape.SCALAR);
        c.output(1, Shape.SCALAR);
        Node.HandleInfo info = c.handle(0);
        if (info != null) {
            c.handle(0, info);
        }
    }

    @Override
    protected void compute(Compute c) {
        ElementArray gradients = array(c).gradients(c.attrs().text("source"));
        c.output(0, Raw.wrap(DType.RESOURCE, Shape.SCALAR, new Object[] {gradients}));
        c.output(1, Tensor.scalar(0f));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }

    @Override
    protected boolean trace(Tracing t) {
        TracedArray g = t.thing(0, TracedArray.class).gradients(t.attrs().text("source"));
        t.output(0, g);
        t.output(1, g);
        return true;
    }
}
