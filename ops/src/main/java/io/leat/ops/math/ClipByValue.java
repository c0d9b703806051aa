package io.leat.ops.math;

import io.leat.graph.Accuracy;
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
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/** {@code max(min(t, clip_value_max), clip_value_min)}; each bound is a scalar or has the shape of {@code t}. */
@OpSpec("ClipByValue(t: T, clip_value_min: T, clip_value_max: T) -> (output: T); T: numbertype")
public final class ClipByValue extends Op {
    @Endpoint("clipByValue")
    public static Output of(Ops tf, Operand t, Operand clipValueMin, Operand clipValueMax) {
        return tf.call("ClipByValue", t, clipValueMin, clipValueMax);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
        for (int i = 1; i < 3; i++) {
            Shape bound = c.shape(i);
            if (bound.rank() != 0 && !bound.isCompatibleWith(c.shape(0))) {
                throw wrongBounds(c.shape(0), c.shape(1), c.shape(2));
            }
        }
    }

    private static InvalidArgumentException wrongBounds(Shape t, Shape min, Shape max) {
        return new InvalidArgumentException(
                "clip_value_min and clip_value_max must be either of the same shape as input, or a scalar. input shape: "
                        + t + "clip_value_min shape: " + min + "clip_value_max shape: " + max);
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(0);
        for (int i = 1; i < 3; i++) {
            if (c.shape(i).rank() != 0 && !c.shape(i).equals(shape)) {
                throw wrongBounds(shape, c.shape(1), c.shape(2));
            }
        }
        if (c.outputDType(0).isComplex()) {
            throw new UnimplementedException("ClipByValue of complex dtypes");
        }
        Elements t = Elements.of(c.input(0));
        Elements min = Elements.of(c.input(1));
        Elements max = Elements.of(c.input(2));
        Elements y = Elements.allocate(c.outputDType(0), shape);
        for (int i = 0; i < y.size(); i++) {
            int ofMin = min.shape().rank() == 0 ? 0 : i;
            int ofMax = max.shape().rank() == 0 ? 0 : i;
            if (y.dtype().isFloating()) {
                y.set(i, Math.max(Math.min(t.real(i), max.real(ofMax)), min.real(ofMin)));
            } else {
                boolean above = t.compare(i, max, ofMax) > 0;
                long v = above ? max.integer(ofMax) : t.integer(i);
                boolean below = Integers.compare(v, min.integer(ofMin), y.dtype()) < 0;
                y.setInteger(i, below ? min.integer(ofMin) : v);
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        if (!c.dtype(0).isFloating() && !c.dtype(0).isInteger()) {
            return false;
        }
        Scalar t = Scalar.input(0, c.dtype(0));
        Scalar body = t.min(Scalar.input(2, c.dtype(2))).max(Scalar.input(1, c.dtype(1)));
        c.output(0, c.mapTo(c.outputShape(0), body, c.input(0), c.input(1), c.input(2)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output t = b.input(0);
        Output dy = b.dy(0);
        Output zero = tf.constant(0, dy.dtype());
        Output below = tf.call("Less", t, b.input(1));
        Output above = tf.call("Greater", t, b.input(2));
        b.dx(0, tf.call("SelectV2", tf.call("LogicalOr", below, above), zero, dy));
        b.dx(1, Broadcast.sumTo(tf, tf.call("SelectV2", below, dy, zero), b.input(1), t));
        b.dx(2, Broadcast.sumTo(tf, tf.call("SelectV2", above, dy, zero), b.input(2), t));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
