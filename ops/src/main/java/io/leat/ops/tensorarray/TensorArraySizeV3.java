package io.leat.ops.tensorarray;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Tracing;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** The number of elements of an array. */
@OpSpec(value = "TensorArraySizeV3(handle: resource, flow_in: float) -> (size: int32)", stateful = true)
public final class TensorArraySizeV3 extends ArrayOp {
    @Endpoint("tensorArray.size")
    public static Output of(Ops tf, Operand handle, Operand flow) {
        return tf.call("TensorArraySizeV3", handle, flow);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, Tensor.scalar(array(c).size()));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }

    @Override
    protected boolean trace(Tracing t) {
        t.output(0, t.constant(Tensor.scalar(t.thing(0, TracedArray.class).size())));
        return true;
    }
}
