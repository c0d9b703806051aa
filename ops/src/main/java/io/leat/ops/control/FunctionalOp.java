package io.leat.ops.control;

import io.leat.graph.FlowRole;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.util.List;

/** An op that calls functions of the graph's library. */
abstract class FunctionalOp extends Op {
    @Override
    protected void infer(Inference c) {
        boolean declares = c.attrs().has("output_shapes");
        List<Shape> shapes = declares ? c.attrs().shapes("output_shapes") : List.of();
        for (int i = 0; i < c.outputs(); i++) {
            c.output(i, i < shapes.size() ? shapes.get(i) : Shape.UNKNOWN);
        }
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    /** What a condition means: of a scalar, whether it is not zero or empty, and of others, whether they have elements. */
    static boolean isTrue(Tensor condition) {
        if (condition.shape().rank() > 0) {
            return condition.size() > 0;
        }
        if (condition.dtype() == DType.STRING) {
            return Raw.strings(condition)[0].length > 0;
        }
        return Elements.of(condition).real(0) != 0;
    }
}
