package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;

/** The list with the rows of a tensor for its elements at {@code indices}; it grows where it must. */
@OpSpec("TensorListScatterIntoExistingList(input_handle: variant, tensor: element_dtype, indices: int32) "
        + "-> (output_handle: variant); element_dtype: type")
public final class TensorListScatterIntoExistingList extends ListOp {
    @Override
    protected void infer(Inference c) {
        Shape indices = c.shape(2, 1);
        Shape tensor = c.shape(1).withRankAtLeast(1);
        if (tensor.hasRank()) {
            indices.merge(tensor.slice(0, 1));
        }
        element(c, 0, c.dtype(1)).merge(tensor.from(1));
        sameList(c, 0, 0);
    }

    @Override
    protected void compute(Compute c) {
        TensorList list = TensorList.of(c, 0);
        list.require(c.input(1).dtype());
        c.output(0, Scattering.into(list, c.input(1), c.ints(2)).tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output dlist = b.dy(0);
        b.dx(0, tf.call("TensorListScatterIntoExistingList", dlist, tf.call("ZerosLike", b.input(1)), b.input(2)));
        b.dx(1, Scattering.gathered(b, dlist, 1, 2));
    }
}
