package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;

/** The list with another element {@code index}; it may grow for that. */
@OpSpec("TensorListSetItem(input_handle: variant, index: int32, item: element_dtype) -> (output_handle: variant); "
        + "element_dtype: type; resize_if_index_out_of_bounds: bool = false")
public final class TensorListSetItem extends ListOp {
    @Endpoint("list.set")
    public static Output of(Ops tf, Operand list, Operand index, Operand item) {
        return tf.call("TensorListSetItem", list, index, item);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        element(c, 0, c.dtype(2)).merge(c.shape(2));
        sameList(c, 0, 0);
    }

    @Override
    protected void compute(Compute c) {
        TensorList list = TensorList.of(c, 0);
        int i = scalarInt(c, 1, "index");
        Versions<Tensor> items = list.items();
        list.requireElement(c.input(2), "Tried to set");
        if (i >= items.size() && c.attrs().bool("resize_if_index_out_of_bounds")) {
            items = items.resized(Math.addExact(i, 1));
        }
        if (i < 0 || i >= items.size()) {
            throw new InvalidArgumentException(
                    "Trying to modify element " + i + " in a list with " + list.size() + " elements.");
        }
        c.output(0, list.with(items.with(i, c.input(2))).tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output dlist = b.dy(0);
        b.dx(0, tf.call("TensorListSetItem", dlist, b.input(1), tf.call("ZerosLike", b.input(2))));
        b.dx(
                2,
                tf.op("TensorListGetItem")
                        .input(dlist)
                        .input(b.input(1))
                        .input(tf.call("Shape", b.input(2)))
                        .attr("element_dtype", b.input(2).dtype())
                        .add()
                        .output(0));
    }
}
