package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;

/** The list with one more element. */
@OpSpec(
        "TensorListPushBack(input_handle: variant, tensor: element_dtype) -> (output_handle: variant); element_dtype: type")
public final class TensorListPushBack extends ListOp {
    @Endpoint("list.pushBack")
    public static Output of(Ops tf, Operand list, Operand item) {
        return tf.call("TensorListPushBack", list, item);
    }

    @Override
    protected void infer(Inference c) {
        element(c, 0, c.dtype(1)).merge(c.shape(1));
        sameList(c, 0, 0);
    }

    @Override
    protected void compute(Compute c) {
        TensorList list = TensorList.of(c, 0);
        list.requireElement(c.input(1), "Tried to append");
        if (list.maxSize() != -1 && list.size() >= list.maxSize()) {
            throw new InvalidArgumentException("Tried to push item into a full list list size: " + list.size()
                    + " max_num_elements: " + list.maxSize());
        }
        c.output(0, list.with(list.items().push(c.input(1))).tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Node popped = b.tf().op("TensorListPopBack")
                .input(b.dy(0))
                .input(b.tf().call("Shape", b.input(1)))
                .attr("element_dtype", b.attrs().type("element_dtype"))
                .add();
        b.dx(0, popped.output(0));
        b.dx(1, popped.output(1));
    }
}
