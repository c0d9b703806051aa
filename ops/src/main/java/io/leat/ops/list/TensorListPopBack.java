package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.FlowRole;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;

/** The list without its last element, and that element; zeros of {@code element_shape} where it is missing. */
@OpSpec(
        "TensorListPopBack(input_handle: variant, element_shape: int32) -> (output_handle: variant, tensor: element_dtype); "
                + "element_dtype: type")
public final class TensorListPopBack extends ListOp {
    @Override
    protected void infer(Inference c) {
        sameList(c, 0, 0);
        c.output(1, element(c, 0, c.outputDType(1)).merge(shapeInput(c, 1)));
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
    }

    @Override
    protected void compute(Compute c) {
        TensorList list = TensorList.of(c, 0);
        list.require(c.outputDType(1));
        if (list.size() == 0) {
            throw new InvalidArgumentException("Trying to pop from an empty list.");
        }
        c.output(1, list.read(list.size() - 1, c.input(1)));
        c.output(0, list.with(list.items().pop()).tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        DType dtype = b.attrs().type("element_dtype");
        b.dx(0, tf.call("TensorListPushBack", listGradient(b, 0, dtype), b.dy(1)));
    }
}
