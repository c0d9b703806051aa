package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.FlowRole;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of a list at {@code indices}, which must have one shape, along a new first dimension; missing ones
 * are zeros.
 */
@OpSpec("TensorListGather(input_handle: variant, indices: int32, element_shape: int32) -> (values: element_dtype); "
        + "element_dtype: type")
public final class TensorListGather extends ListOp {
    @Override
    protected void infer(Inference c) {
        Shape indices = c.shape(1, 1);
        Shape element = element(c, 0, c.outputDType(0)).merge(shapeInput(c, 2));
        c.output(0, indices.concat(element));
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
    }

    @Override
    protected void compute(Compute c) {
        TensorList list = TensorList.of(c, 0);
        list.require(c.outputDType(0));
        Shape shape = list.elementShape(c.input(2));
        int[] indices = c.ints(1);
        List<@Nullable Tensor> parts = new ArrayList<>();
        for (int i : indices) {
            if (i < 0 || i >= list.size()) {
                throw new InvalidArgumentException(
                        "Trying to gather element " + i + " in a list with " + list.size() + " elements.");
            }
            Tensor t = list.at(i);
            parts.add(t);
            shape = t == null ? shape : shape.merge(t.shape());
        }
        if (!shape.isFullyKnown()) {
            throw new InvalidArgumentException((indices.length == 0
                            ? "Tried to gather 0-elements from a list with non-fully-defined shape: "
                            : "Tried to gather uninitialized tensors from a list with non-fully-defined shape: ")
                    + shape);
        }
        c.output(0, stacked(parts, c.outputDType(0), shape));
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output size = tf.call("TensorListLength", b.input(0));
        Output missing = reserve(tf, b.input(0), size, b.dy(0).dtype());
        b.dx(0, tf.call("TensorListScatterIntoExistingList", missing, b.dy(0), b.input(1)));
    }
}
