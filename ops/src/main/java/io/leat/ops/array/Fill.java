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
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** A scalar repeated to the shape {@code dims}. */
@OpSpec("Fill(dims: index_type, value: T) -> (output: T); T: type; index_type: {int32, int64} = DT_INT32")
public final class Fill extends Op {
    @Endpoint("fill")
    public static Output of(Ops tf, Operand dims, Operand value) {
        return tf.call("Fill", dims, value);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(0, 1);
        c.shape(1, 0);
        c.output(0, c.shapeValue(0));
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 1) {
            throw new InvalidArgumentException("dims must be a vector, got shape " + c.shape(0));
        }
        if (c.shape(1).rank() != 0) {
            throw new InvalidArgumentException("value must be a scalar, got shape " + c.shape(1));
        }
        Elements value = Elements.of(c.input(1));
        Elements out = Elements.allocate(c.outputDType(0), Shape.of(c.integers(0)));
        for (int i = 0; i < out.size(); i++) {
            value.copy(0, out, i);
        }
        c.output(0, out.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        if (!Scalar.supports(c.dtype(1))) {
            return false;
        }
        c.output(0, c.mapTo(c.outputShape(0), Scalar.input(0, c.dtype(1)), c.input(1)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        b.dx(1, tf.call("Sum", b.dy(0), tf.call("Range", tf.constant(0), tf.call("Rank", b.dy(0)), tf.constant(1))));
    }
}
