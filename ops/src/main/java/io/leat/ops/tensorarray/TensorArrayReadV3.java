package io.leat.ops.tensorarray;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.FlowRole;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Tracing;
import io.leat.tensor.DType;

/** Element {@code index} of an array; where reads clear, it can be read only once. */
@OpSpec(
        value = "TensorArrayReadV3(handle: resource, index: int32, flow_in: float) -> (value: dtype); dtype: type",
        stateful = true)
public final class TensorArrayReadV3 extends ArrayOp {
    @Endpoint("tensorArray.read")
    public static Output of(Ops tf, Operand handle, Operand index, Operand flow, DType dtype) {
        return tf.op("TensorArrayReadV3")
                .input(handle)
                .input(index)
                .input(flow)
                .attr("dtype", dtype)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        c.shape(2, 0);
        c.output(0, element(c));
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
    }

    @Override
    protected void compute(Compute c) {
        ElementArray array = array(c);
        array.require(c.outputDType(0));
        c.output(0, array.read(scalarInt(c, 1, "index")));
    }

    /** The gradient is written to the array of gradients. */
    @Override
    protected void gradient(Backprop b) {
        GradientArray g = GradientArray.of(b, b.input(2), b.input(2));
        b.dx(2, b.tf().call("TensorArrayWriteV3", g.handle(), b.input(1), b.dy(0), g.flow()));
    }

    @Override
    protected boolean trace(Tracing t) {
        t.output(0, t.thing(0, TracedArray.class).read(t.ints(1)[0]));
        return true;
    }
}
