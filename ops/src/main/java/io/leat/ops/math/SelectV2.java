package io.leat.ops.math;

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

/** The element of {@code t} where {@code condition} is true, else that of {@code e}; all three are broadcast. */
@OpSpec("SelectV2(condition: bool, t: T, e: T) -> (output: T); T: type")
public final class SelectV2 extends Op {
    @Endpoint("where")
    public static Output of(Ops tf, Operand condition, Operand t, Operand e) {
        return tf.call("SelectV2", condition, t, e);
    }

    private static Shape common(Shape condition, Shape t, Shape e) {
        try {
            return Shape.broadcast(condition, t, e);
        } catch (InvalidArgumentException wrong) {
            throw new InvalidArgumentException(
                    "condition " + condition + ", then " + t + ", and else " + e + " must be broadcastable",
                    null,
                    wrong);
        }
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, common(c.shape(0), c.shape(1), c.shape(2)));
        Selection.passHandle(c);
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = common(c.shape(0), c.shape(1), c.shape(2));
        int[] at = Broadcast.indices(c.shape(0), shape);
        int[] ofThen = Broadcast.indices(c.shape(1), shape);
        int[] ofElse = Broadcast.indices(c.shape(2), shape);
        Elements condition = Elements.of(c.input(0));
        Elements t = Elements.of(c.input(1));
        Elements e = Elements.of(c.input(2));
        Elements y = Elements.allocate(c.outputDType(0), shape);
        for (int i = 0; i < at.length; i++) {
            if (condition.truth(at[i])) {
                t.copy(ofThen[i], y, i);
            } else {
                e.copy(ofElse[i], y, i);
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        if (!Scalar.supports(c.dtype(1))) {
            return false;
        }
        c.output(0, c.map(Selection.body(c.dtype(1)), c.input(0), c.input(1), c.input(2)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output zero = tf.constant(0, b.dy(0).dtype());
        Output ofThen = tf.call("SelectV2", b.input(0), b.dy(0), zero);
        Output ofElse = tf.call("SelectV2", b.input(0), zero, b.dy(0));
        b.dx(1, Broadcast.sumTo(tf, ofThen, b.input(1), b.output(0)));
        b.dx(2, Broadcast.sumTo(tf, ofElse, b.input(2), b.output(0)));
    }
}
