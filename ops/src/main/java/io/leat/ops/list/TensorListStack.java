package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.FlowRole;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** The elements of a list, which must have one shape, along a new first dimension; missing ones are zeros. */
@OpSpec("TensorListStack(input_handle: variant, element_shape: int32) -> (tensor: element_dtype); element_dtype: type; "
        + "num_elements: int = -1")
public final class TensorListStack extends ListOp {
    @Endpoint("list.stack")
    public static Output of(Ops tf, Operand list, Operand elementShape, DType dtype) {
        return tf.op("TensorListStack")
                .input(list)
                .input(elementShape)
                .attr("element_dtype", dtype)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        Shape element = element(c, 0, c.outputDType(0)).merge(shapeInput(c, 1));
        long n = c.attrs().integer("num_elements");
        c.output(0, element.hasRank() ? Shape.of(n < 0 ? Shape.ANY : n).concat(element) : Shape.UNKNOWN);
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
    }

    @Override
    protected void compute(Compute c) {
        TensorList list = TensorList.of(c, 0);
        list.require(c.outputDType(0));
        Shape shape = list.elementShape(c.input(1));
        if (list.size() == 0 && !shape.isFullyKnown()) {
            throw new InvalidArgumentException(
                    "Tried to stack elements of an empty list with non-fully-defined element_shape: " + shape);
        }
        long n = c.attrs().integer("num_elements");
        if (n != -1 && n != list.size()) {
            throw new InvalidArgumentException("Operation expected a list with " + n + " elements but got a list with "
                    + list.size() + " elements.");
        }
        shape = list.elementShapeOfAll(shape);
        if (!shape.isFullyKnown()) {
            throw new InvalidArgumentException(
                    "Tried to stack list which only contains uninitialized tensors and has a "
                            + "non-fully-defined element_shape: " + shape);
        }
        c.output(0, stacked(all(list), c.outputDType(0), shape));
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        b.dx(0, tf.call("TensorListFromTensor", b.dy(0), rowShape(tf, b.dy(0))));
    }
}
