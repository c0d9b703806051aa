package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.Broadcast;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The input repeated to {@code shape} by NumPy's rules. */
@OpSpec("BroadcastTo(input: T, shape: Tidx) -> (output: T); T: type; Tidx: {int32, int64} = DT_INT32")
public final class BroadcastTo extends Op {
    @Endpoint("broadcastTo")
    public static Output of(Ops tf, Operand input, Operand shape) {
        return tf.call("BroadcastTo", input, shape);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 1);
        Shape to = c.shapeValue(1);
        check(c.shape(0), to);
        c.output(0, to);
    }

    private static void check(Shape from, Shape to) {
        if (!from.hasRank() || !to.hasRank()) {
            return;
        }
        boolean fits = from.rank() <= to.rank();
        for (int i = 1; fits && i <= from.rank(); i++) {
            long a = from.dim(-i);
            long b = to.dim(-i);
            fits = a == 1 || a == Shape.ANY || b == Shape.ANY || a == b;
        }
        if (!fits) {
            throw new InvalidArgumentException("Incompatible shapes: " + from + " vs. " + to);
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape to = Shape.of(c.integers(1));
        check(c.shape(0), to);
        int[] from = Broadcast.indices(c.shape(0), to);
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), to);
        for (int i = 0; i < from.length; i++) {
            x.copy(from[i], y, i);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        if (!Scalar.supports(c.dtype(0))) {
            return false;
        }
        c.output(0, c.broadcast(c.input(0), c.outputShape(0)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Output x = b.input(0);
        Output dy = b.dy(0);
        Ops tf = b.tf();
        Output shape = tf.call("Shape", x);
        Output axes = tf.call("BroadcastGradientArgs", shape, tf.call("Shape", dy));
        b.dx(0, tf.call("Reshape", tf.call("Sum", dy, axes), shape));
    }
}
