package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** A list of {@code num_elements} elements with the rows of a tensor at {@code indices}; the others are missing. -1 stands for
 * as many as there must be.
 */
@OpSpec("TensorListScatterV2(tensor: element_dtype, indices: int32, element_shape: shape_type, num_elements: int32) "
        + "-> (output_handle: variant); element_dtype: type; shape_type: {int32, int64}")
public final class TensorListScatterV2 extends ListOp {
    @Override
    protected void infer(Inference c) {
        Shape indices = c.shape(1, 1);
        Shape tensor = c.shape(0).withRankAtLeast(1);
        if (tensor.hasRank()) {
            indices.merge(tensor.slice(0, 1));
        }
        list(c, 0, c.attrs().type("element_dtype"), shapeInput(c, 2).merge(tensor.from(1)));
    }

    @Override
    protected void compute(Compute c) {
        int n = scalarInt(c, 3, "num_elements");
        if (n < -1) {
            throw new InvalidArgumentException("TensorListScatter expects num_elements >= -1, found: " + n);
        }
        c.output(0, Scattering.list(c, TensorList.shape(c.input(2)), n).tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, Scattering.gathered(b, b.dy(0), 0, 1));
    }
}
