package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.List;

/** The value of a variant that holds some tensors, or nothing. */
record Optional(List<Tensor> components) {
    /** What holds nothing. */
    static final Optional NONE = new Optional(List.of());

    Optional {
        components = List.copyOf(components);
    }

    static Optional of(Compute c) {
        return Raw.objects(c.input(0))[0] instanceof Optional o ? o : NONE;
    }

    Tensor variant() {
        return Raw.wrap(DType.VARIANT, Shape.SCALAR, new Object[] {this});
    }
}
