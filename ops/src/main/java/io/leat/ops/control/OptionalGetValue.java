package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.FlowRole;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.List;

/** What a variant holds. */
@OpSpec("OptionalGetValue(optional: variant) -> (components: output_types); output_types: list(type) >= 1; "
        + "output_shapes: list(shape) >= 1")
public final class OptionalGetValue extends Op {
    @Override
    protected void infer(Inference c) {
        List<Shape> shapes = c.attrs().shapes("output_shapes");
        for (int i = 0; i < c.outputs(); i++) {
            c.output(i, i < shapes.size() ? shapes.get(i) : Shape.UNKNOWN);
        }
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
    }

    @Override
    protected void compute(Compute c) {
        List<Tensor> components = Optional.of(c).components();
        if (components.isEmpty()) {
            throw new InvalidArgumentException("The given optional does not have a value.");
        }
        if (components.size() != c.node().outputCount()) {
            throw new InvalidArgumentException("The given optional has " + components.size() + " components, expected "
                    + c.node().outputCount() + ".");
        }
        for (int i = 0; i < components.size(); i++) {
            c.output(i, components.get(i));
        }
    }
}
