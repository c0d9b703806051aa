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
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import java.util.ArrayList;
import java.util.List;

/** The elements of an array at {@code indices}, which must have one shape, stacked along a new first dimension. */
@OpSpec(
        value = "TensorArrayGatherV3(handle: resource, indices: int32, flow_in: float) -> (value: dtype); dtype: type; "
                + "element_shape: shape = ?",
        stateful = true)
public final class TensorArrayGatherV3 extends ArrayOp {
    @Endpoint("tensorArray.gather")
    public static Output of(Ops tf, Operand handle, Operand indices, Operand flow, DType dtype) {
        return tf.op("TensorArrayGatherV3")
                .input(handle)
                .input(indices)
                .input(flow)
                .attr("dtype", dtype)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        Shape indices = c.shape(1, 1);
        c.shape(2, 0);
        Shape element = element(c).merge(c.attrs().shape("element_shape"));
        c.output(0, element.hasRank() ? indices.concat(element) : Shape.UNKNOWN);
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
    }

    @Override
    protected void compute(Compute c) {
        ElementArray array = array(c);
        array.require(c.outputDType(0));
        array.refine(c.attrs().shape("element_shape"));
        if (c.shape(1).rank() != 1) {
            throw new InvalidArgumentException("Expected indices to be a vector, but received shape: " + c.shape(1));
        }
        int[] indices = c.ints(1);
        if (indices.length == 0) {
            Shape element = c.attrs().shape("element_shape");
            if (!element.isFullyKnown()) {
                throw new UnimplementedException("TensorArray has size zero, but element shape " + element
                        + " is not fully defined. Currently only static shapes are supported when packing zero-size "
                        + "TensorArrays.");
            }
            c.output(0, Tensor.zeros(c.outputDType(0), Shape.of(0).concat(element)));
            return;
        }
        List<Tensor> parts = new ArrayList<>();
        for (int i : indices) {
            Tensor t = array.read(i);
            if (!c.attrs().shape("element_shape").isCompatibleWith(t.shape())) {
                throw new InvalidArgumentException("TensorArray was passed element_shape "
                        + c.attrs().shape("element_shape") + " which does not match the Tensor at index "
                        + parts.size() + ": " + t.shape());
            }
            Shape first = parts.isEmpty() ? t.shape() : parts.getFirst().shape();
            if (!t.shape().equals(first)) {
                throw new InvalidArgumentException("TensorArray has inconsistent shapes.  Index 0 has shape: " + first
                        + " but index " + parts.size() + " has shape: " + t.shape());
            }
            parts.add(t);
        }
        c.output(
                0,
                joined(parts, Shape.of(indices.length).concat(parts.getFirst().shape())));
    }

    /** The gradient is scattered to the array of gradients. */
    @Override
    protected void gradient(Backprop b) {
        GradientArray g = GradientArray.of(b, b.input(2), b.input(2));
        b.dx(2, b.tf().call("TensorArrayScatterV3", g.handle(), b.input(1), b.dy(0), g.flow()));
    }

    @Override
    protected boolean trace(Tracing t) {
        t.output(0, t.thing(0, TracedArray.class).gather(t, t.ints(1)));
        return true;
    }
}
