package io.leat.ops.list;

import io.leat.graph.Compute;
import io.leat.graph.FlowRole;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;

/** The elements of a list one after another along their first dimension, and their lengths; missing ones are zeros, as
 * long as {@code leading_dims} says where {@code element_shape} does not.
 */
@OpSpec("TensorListConcatV2(input_handle: variant, element_shape: shape_type, leading_dims: int64) "
        + "-> (tensor: element_dtype, lengths: int64); element_dtype: type; shape_type: {int32, int64}")
public final class TensorListConcatV2 extends Concatenation {
    @Override
    protected void infer(Inference c) {
        infer(c, shapeInput(c, 1));
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
    }

    @Override
    protected void compute(Compute c) {
        compute(c, TensorList.shape(c.input(1)), c.integers(2));
    }
}
