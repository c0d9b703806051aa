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

/** Makes {@code value} element {@code index} of an array. */
@OpSpec(
        value = "TensorArrayWriteV3(handle: resource, index: int32, value: T, flow_in: float) -> (flow_out: float); "
                + "T: type",
        stateful = true)
public final class TensorArrayWriteV3 extends ArrayOp {
    /** The flow after the write. */
    @Endpoint("tensorArray.write")
    public static Output of(Ops tf, Operand handle, Operand index, Operand value, Operand flow) {
        return tf.call("TensorArrayWriteV3", handle, index, value, flow);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        c.shape(3, 0);
        element(c).merge(c.shape(2));
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        ElementArray array = array(c);
        array.write(scalarInt(c, 1, "index"), c.input(2));
        c.output(0, c.input(3));
    }

    /** What the array of gradients has there. */
    @Override
    protected void gradient(Backprop b) {
        Output dy = b.dy(0);
        GradientArray g = GradientArray.of(b, b.output(0), dy);
        b.dx(
                2,
                b.tf().op("TensorArrayReadV3")
                        .input(g.handle())
                        .input(b.input(1))
                        .input(g.flow())
                        .attr("dtype", b.attrs().type("T"))
                        .add()
                        .output(0));
        b.dx(3, dy);
    }

    @Override
    protected boolean trace(Tracing t) {
        t.thing(0, TracedArray.class).write(t, t.ints(1)[0], t.input(2));
        t.output(0, t.input(3));
        return true;
    }
}
