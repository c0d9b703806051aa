package io.leat.ops.list;

import io.leat.graph.Compute;
import io.leat.graph.FlowRole;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;

/** The elements of a list one after another along their first dimension, and their lengths. None may be missing unless
 * {@code element_shape} says how long it is.
 */
@OpSpec("TensorListConcat(input_handle: variant) -> (tensor: element_dtype, lengths: int64); element_dtype: type; "
        + "element_shape: shape = ?")
public final class TensorListConcat extends Concatenation {
    @Override
    protected void infer(Inference c) {
        infer(c, c.attrs().shape("element_shape"));
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
    }

    @Override
    protected void compute(Compute c) {
        compute(c, c.attrs().shape("element_shape"), new long[0]);
    }
}
