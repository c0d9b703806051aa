package io.leat.ops.tensorarray;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Tracing;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.List;

/**
 * A new array of {@code size} tensors, which are written once each; it lives until the end of the run. The second output
 * is the flow from which its ops are chained.
 */
@OpSpec(
        value = "TensorArrayV3(size: int32) -> (handle: resource, flow: float); dtype: type; element_shape: shape = ?; "
                + "dynamic_size: bool = false; clear_after_read: bool = true; identical_element_shapes: bool = false; "
                + "tensor_array_name: string = ''",
        stateful = true)
public final class TensorArrayV3 extends ArrayOp {
    /** The handle and the flow of a new array. */
    @Endpoint("tensorArray.create")
    public static List<Output> of(Ops tf, Operand size, DType dtype) {
        return tf.op("TensorArrayV3").input(size).attr("dtype", dtype).add().outputs();
    }

    /** The handle and the flow of a new array of elements of one shape, that grows when {@code dynamicSize}. */
    @Endpoint("tensorArray.create")
    public static List<Output> of(Ops tf, Operand size, DType dtype, Shape elementShape, boolean dynamicSize) {
        return tf.op("TensorArrayV3")
                .input(size)
                .attr("dtype", dtype)
                .attr("element_shape", elementShape)
                .attr("dynamic_size", dynamicSize)
                .add()
                .outputs();
    }

    @Override
    protected void infer(Inference c) {
        c.shape(0, 0);
        c.output(0, Shape.SCALAR);
        c.output(1, Shape.SCALAR);
        Shape element = c.attrs().shape("element_shape");
        if (element.isFullyKnown() || c.attrs().bool("identical_element_shapes")) {
            c.handle(0, new Node.HandleInfo(c.attrs().type("dtype"), element));
        }
    }

    @Override
    protected void compute(Compute c) {
        Attrs a = c.attrs();
        String name = a.text("tensor_array_name");
        ElementArray array = ElementArray.create(
                (name.isEmpty() ? c.node().name() : name) + "_" + c.run().stepId(),
                a.type("dtype"),
                scalarInt(c, 0, "size"),
                a.shape("element_shape"),
                a.bool("identical_element_shapes"),
                a.bool("dynamic_size"),
                a.bool("clear_after_read"));
        c.output(0, Raw.wrap(DType.RESOURCE, Shape.SCALAR, new Object[] {array}));
        c.output(1, Tensor.scalar(0f));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }

    @Override
    protected boolean trace(Tracing t) {
        var array = new TracedArray(t.attrs().bool("dynamic_size"), t.ints(0)[0]);
        t.output(0, array);
        t.output(1, array);
        return true;
    }
}
