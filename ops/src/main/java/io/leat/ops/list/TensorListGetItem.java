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

/** Element {@code index} of a list, or zeros of {@code element_shape} where it is missing. */
@OpSpec("TensorListGetItem(input_handle: variant, index: int32, element_shape: Tshape) -> (item: element_dtype); "
        + "element_dtype: type; Tshape: {int32, int64} = DT_INT32")
public final class TensorListGetItem extends ListOp {
    @Endpoint("list.get")
    public static Output of(Ops tf, Operand list, Operand index, Operand elementShape, DType dtype) {
        return tf.op("TensorListGetItem")
                .input(list)
                .input(index)
                .input(elementShape)
                .attr("element_dtype", dtype)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        c.output(0, element(c, 0, c.outputDType(0)).merge(shapeInput(c, 2)));
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
    }

    @Override
    protected void compute(Compute c) {
        TensorList list = TensorList.of(c, 0);
        list.require(c.outputDType(0));
        int i = scalarInt(c, 1, "index");
        if (i < 0 || i >= list.size()) {
            throw new InvalidArgumentException(
                    "Trying to access element " + i + " in a list with " + list.size() + " elements.");
        }
        c.output(0, list.read(i, c.input(2)));
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output size = tf.call("TensorListLength", b.input(0));
        Output missing = reserve(tf, b.input(0), size, b.dy(0).dtype());
        b.dx(0, tf.call("TensorListSetItem", missing, b.input(1), b.dy(0)));
    }
}
