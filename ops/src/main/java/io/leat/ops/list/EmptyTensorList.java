package io.leat.ops.list;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;

/** A list without elements, all of which will have the given dtype and fit the given shape. */
@OpSpec(
        "EmptyTensorList(element_shape: shape_type, max_num_elements: int32) -> (handle: variant); element_dtype: type; "
                + "shape_type: {int32, int64}")
public final class EmptyTensorList extends ListOp {
    @Endpoint("list.empty")
    public static Output of(Ops tf, Operand elementShape, Operand maxElements, DType dtype) {
        return tf.op("EmptyTensorList")
                .input(elementShape)
                .input(maxElements)
                .attr("element_dtype", dtype)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        list(c, 0, c.attrs().type("element_dtype"), shapeInput(c, 0));
    }

    @Override
    protected void compute(Compute c) {
        int max = scalarInt(c, 1, "max_num_elements");
        var list =
                new TensorList(c.attrs().type("element_dtype"), TensorList.shape(c.input(0)), max, Versions.ofNulls(0));
        c.output(0, list.tensor());
    }
}
