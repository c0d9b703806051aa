package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Gradient;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Tracing;
import io.leat.tensor.Shape;

/** The same tensor. */
@OpSpec("Identity(input: T) -> (output: T); T: type")
public final class Identity extends Op {
    @Endpoint("identity")
    public static Output of(Ops tf, Operand input) {
        return tf.call("Identity", input);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
        Shape partial = c.partialValue(0);
        if (partial != null) {
            c.partialValue(0, partial);
        }
        Node.HandleInfo handle = c.handle(0);
        if (handle != null) {
            c.handle(0, handle);
        }
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, c.input(0));
    }

    @Override
    protected boolean lower(Lowering c) {
        c.output(0, c.input(0));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Gradient dy = b.sparseDy(0);
        if (dy != null) {
            b.dx(0, dy);
        }
    }

    @Override
    protected boolean trace(Tracing t) {
        t.output(0, t.input(0));
        return true;
    }
}
