package io.leat.ops.state;

import io.leat.graph.Attrs;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;

/** A reference variable of the declared shape, without a value until it is assigned. */
@OpSpec(
        value = "VariableV2() -> (ref: Ref(dtype)); shape: shape; dtype: type; container: string = ''; "
                + "shared_name: string = ''",
        stateful = true)
public final class VariableV2 extends RefVariable {
    @Override
    Shape declared(Attrs attrs) {
        return attrs.shape("shape");
    }
}
