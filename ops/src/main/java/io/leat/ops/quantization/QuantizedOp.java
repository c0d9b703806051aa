package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** Ops on quantised tensors, whose ranges come as scalars, and go with the result as outputs 1 and 2. */
public abstract class QuantizedOp extends Op {
    /** Requires that the inputs from {@code first} on are scalars, and says that the range of the result is. */
    protected static void ranges(Inference c, int first) {
        for (int i = first; i < c.inputs(); i++) {
            c.shape(i, 0);
        }
        c.output(c.outputs() - 2, Shape.SCALAR);
        c.output(c.outputs() - 1, Shape.SCALAR);
    }

    /** Puts out the range of the result. */
    protected static void range(Compute c, float min, float max) {
        int n = c.node().outputCount();
        c.output(n - 2, Tensor.scalar(min));
        c.output(n - 1, Tensor.scalar(max));
    }

    protected static void range(Compute c, QuantizedRange r) {
        range(c, r.min(), r.max());
    }
}
