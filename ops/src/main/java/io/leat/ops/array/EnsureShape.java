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
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** The same tensor, which must have the shape that attribute {@code shape} describes. */
@OpSpec("EnsureShape(input: T) -> (output: T); shape: shape; T: type")
public final class EnsureShape extends Op {
    @Endpoint("ensureShape")
    public static Output of(Ops tf, Operand input, Shape shape) {
        return tf.op("EnsureShape").input(input).attr("shape", shape).add().output(0);
    }

    @Override
    protected void infer(Inference c) {
        Shape wanted = c.attrs().shape("shape");
        check(c.shape(0), wanted);
        c.output(0, c.shape(0).merge(wanted));
    }

    private static void check(Shape shape, Shape wanted) {
        if (!shape.isCompatibleWith(wanted)) {
            throw new InvalidArgumentException(
                    "Shape of tensor input " + shape + " is not compatible with expected shape " + wanted + ".");
        }
    }

    @Override
    protected void compute(Compute c) {
        check(c.shape(0), c.attrs().shape("shape"));
        c.output(0, c.input(0));
    }

    @Override
    protected boolean lower(Lowering c) {
        c.output(0, c.input(0));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, b.dy(0));
    }
}
