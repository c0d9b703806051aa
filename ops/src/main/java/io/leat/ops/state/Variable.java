package io.leat.ops.state;

import io.leat.graph.Attrs;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;

/** The oldest form of a reference variable, whose declared shape {@code []} means an unknown one. */
@OpSpec(
        value = "Variable() -> (ref: Ref(dtype)); shape: shape; dtype: type; container: string = ''; "
                + "shared_name: string = ''",
        stateful = true)
public final class Variable extends RefVariable {
    @Override
    Shape declared(Attrs attrs) {
        Shape shape = attrs.shape("shape");
        return shape.rank() > 0 ? shape : Shape.UNKNOWN;
    }
}
