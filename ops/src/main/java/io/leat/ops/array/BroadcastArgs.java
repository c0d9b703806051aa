package io.leat.ops.array;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The shape to which tensors of the given shapes broadcast. */
@OpSpec("BroadcastArgs(s0: T, s1: T) -> (r0: T); T: {int32, int64} = DT_INT32")
public final class BroadcastArgs extends Op {
    @Endpoint("broadcastDynamicShape")
    public static Output of(Ops tf, Operand a, Operand b) {
        return tf.call("BroadcastArgs", a, b);
    }

    @Override
    protected void infer(Inference c) {
        Shape a = c.shape(0, 1);
        Shape b = c.shape(1, 1);
        boolean known = a.dim(0) != Shape.ANY && b.dim(0) != Shape.ANY;
        c.output(0, Shape.of(known ? Math.max(a.dim(0), b.dim(0)) : Shape.ANY));
        Shape both = c.shapeValue(0).broadcast(c.shapeValue(1));
        if (both.hasRank()) {
            c.partialValue(0, both);
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape both = Shape.of(c.integers(0))
                .requireFullyKnown()
                .broadcast(Shape.of(c.integers(1)).requireFullyKnown());
        Elements out = Elements.allocate(c.outputDType(0), Shape.of(both.rank()));
        for (int i = 0; i < both.rank(); i++) {
            out.setInteger(i, both.dim(i));
        }
        c.output(0, out.tensor());
    }
}
