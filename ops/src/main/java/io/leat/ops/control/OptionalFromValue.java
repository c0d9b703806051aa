package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import java.util.List;

/** A variant that holds the inputs. */
@OpSpec("OptionalFromValue(components: Toutput_types) -> (optional: variant); Toutput_types: list(type) >= 1")
public final class OptionalFromValue extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, new Optional(List.of(c.allInputs())).variant());
    }
}
