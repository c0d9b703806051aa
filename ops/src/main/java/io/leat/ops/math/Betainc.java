package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.family.Broadcast;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * The regularised incomplete beta function: the integral of {@code t^(a-1) (1-t)^(b-1)} from 0 to {@code x}, divided by
 * that from 0 to 1. Each input is a scalar or has the shape of the others.
 */
@OpSpec("Betainc(a: T, b: T, x: T) -> (z: T); T: {float, double}")
public final class Betainc extends Op {
    @Endpoint("math.betainc")
    public static Output of(Ops tf, Operand a, Operand b, Operand x) {
        return tf.call("Betainc", a, b, x);
    }

    /** Scalars fit everything; a shape of unknown rank may be one. */
    private static Shape common(Shape... shapes) {
        String[] names = {"a", "b", "x"};
        Shape known = Shape.SCALAR;
        int from = -1;
        boolean open = false;
        for (int i = 0; i < 3; i++) {
            Shape s = shapes[i];
            open |= !s.hasRank();
            if (!s.hasRank() || s.rank() == 0) {
                continue;
            }
            if (from >= 0 && !known.isCompatibleWith(s)) {
                throw new InvalidArgumentException(
                        "Shapes of " + names[from] + " and " + names[i] + " are inconsistent: " + known + " vs. " + s);
            }
            known = from < 0 ? s : known.merge(s);
            from = from < 0 ? i : from;
        }
        return from < 0 && open ? Shape.UNKNOWN : known;
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, common(c.shape(0), c.shape(1), c.shape(2)));
    }

    @Override
    protected void compute(Compute c) {
        Elements y = Elements.allocate(c.outputDType(0), common(c.shape(0), c.shape(1), c.shape(2)));
        for (int i = 0; i < y.size(); i++) {
            y.set(i, BetaFunction.incomplete(at(c, 0, i), at(c, 1, i), at(c, 2, i)));
        }
        c.output(0, y.tensor());
    }

    private static double at(Compute c, int input, int i) {
        return Elements.of(c.input(input)).real(c.shape(input).rank() == 0 ? 0 : i);
    }

    /** As TensorFlow's: of {@code x} alone. */
    @Override
    protected void gradient(Backprop g) {
        Ops tf = g.tf();
        Output a = g.input(0);
        Output b = g.input(1);
        Output x = g.input(2);
        Output one = tf.constant(1, x.dtype());
        Output both = tf.call("AddV2", tf.call("Lgamma", a), tf.call("Lgamma", b));
        Output beta = tf.call("Sub", both, tf.call("Lgamma", tf.call("AddV2", a, b)));
        Output first = tf.call("Xlogy", tf.call("Sub", a, one), x);
        Output second = tf.call("Xlog1py", tf.call("Sub", b, one), tf.call("Neg", x));
        Output density = tf.call("Exp", tf.call("Sub", tf.call("AddV2", first, second), beta));
        g.dx(2, Broadcast.sumTo(tf, tf.call("Mul", density, g.dy(0)), x, g.output(0)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(256);
    }
}
