package io.leat.ops.control;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;

/** An op of TensorFlow 1's control flow whose outputs are its first input, as far as they are live. */
abstract class Forwarding extends Op {
    @Override
    protected void infer(Inference c) {
        Node.HandleInfo handle = c.handle(0);
        for (int i = 0; i < c.outputs(); i++) {
            c.output(i, c.shape(0));
            if (handle != null) {
                c.handle(i, handle);
            }
        }
    }

    @Override
    protected void compute(Compute c) {
        for (int i = 0; i < c.node().outputCount(); i++) {
            c.output(i, c.input(0));
        }
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void gradient(Backprop b) {
        throw b.unsupported("graphs built here have functional loops and branches, which have gradients");
    }
}
