package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/**
 * The element of {@code t} where {@code condition} is true, else that of {@code e}. {@code t} and {@code e} have the same
 * shape; {@code condition} has it too, or is a scalar, or a vector that chooses rows. {@link SelectV2} broadcasts.
 */
@OpSpec("Select(condition: bool, t: T, e: T) -> (output: T); T: type")
public final class Select extends Op {
    @Override
    protected void infer(Inference c) {
        Shape t = c.shape(1);
        Shape e = c.shape(2);
        if (!t.isCompatibleWith(e)) {
            throw different("1", t, e);
        }
        Shape data = t.merge(e);
        Shape condition = c.shape(0);
        if (condition.hasRank() && data.hasRank()) {
            data = merge(condition, data);
        } else if (condition.hasRank() && condition.rank() > 1) {
            data = condition;
        }
        c.output(0, data);
        Selection.passHandle(c);
    }

    private static Shape merge(Shape condition, Shape data) {
        if (condition.rank() == 0) {
            return data;
        }
        if (condition.rank() == 1 && data.rank() > 0) {
            Shape rows = Shape.of(data.dim(0));
            if (!condition.isCompatibleWith(rows)) {
                throw new InvalidArgumentException("Number of batches of 'then' must match size of 'cond', but saw: "
                        + data.dim(0) + " vs. " + condition.dim(0));
            }
            return data.withDim(0, condition.merge(rows).dim(0));
        }
        if (!condition.isCompatibleWith(data)) {
            throw different("0", condition, data);
        }
        return condition.merge(data);
    }

    private static InvalidArgumentException different(String first, Shape a, Shape b) {
        return new InvalidArgumentException("Inputs to operation Select must have the same size and shape.  Input "
                + first + ": " + a + " != input " + (first.equals("0") ? "1" : "2") + ": " + b);
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(1);
        if (!shape.equals(c.shape(2))) {
            throw different("1", shape, c.shape(2));
        }
        Elements condition = Elements.of(c.input(0));
        Elements t = Elements.of(c.input(1));
        Elements e = Elements.of(c.input(2));
        Elements y = Elements.allocate(c.outputDType(0), merge(c.shape(0), shape));
        int each = condition.size() == 0 ? 1 : Math.max(1, t.size() / condition.size());
        for (int i = 0; i < t.size(); i++) {
            (condition.truth(i / each) ? t : e).copy(i, y, i);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        if (!Scalar.supports(c.dtype(1))) {
            return false;
        }
        Value condition = c.input(0);
        if (condition.shape().rank() == 1) {
            long[] column = new long[c.shape(1).rank()];
            Arrays.fill(column, 1);
            column[0] = condition.shape().dim(0);
            condition = c.reshape(condition, Shape.of(column));
        }
        c.output(0, c.map(Selection.body(c.dtype(1)), condition, c.input(1), c.input(2)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output zeros = tf.call("ZerosLike", b.input(1));
        b.dx(1, tf.call("Select", b.input(0), b.dy(0), zeros));
        b.dx(2, tf.call("Select", b.input(0), zeros, b.dy(0)));
    }
}
