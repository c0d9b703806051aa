package io.leat.ops.list;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** A list of {@code num_elements} elements that are missing: until they are set they read as zeros. */
@OpSpec("TensorListReserve(element_shape: shape_type, num_elements: int32) -> (handle: variant); element_dtype: type; "
        + "shape_type: {int32, int64}")
public final class TensorListReserve extends ListOp {
    @Endpoint("list.reserve")
    public static Output of(Ops tf, Operand elementShape, Operand numElements, DType dtype) {
        return tf.op("TensorListReserve")
                .input(elementShape)
                .input(numElements)
                .attr("element_dtype", dtype)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        list(c, 0, c.attrs().type("element_dtype"), shapeInput(c, 0));
    }

    @Override
    protected void compute(Compute c) {
        int n = scalarInt(c, 1, "num_elements");
        if (n < 0) {
            throw new InvalidArgumentException(
                    "The num_elements to reserve must be a non negative number, but got " + n);
        }
        Shape shape = TensorList.shape(c.input(0));
        c.output(
                0,
                TensorList.of(c.attrs().type("element_dtype"), shape, Versions.ofNulls(n))
                        .tensor());
    }
}
