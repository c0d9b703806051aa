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
import io.leat.tensor.Shape;
import java.util.List;

/** The same tensors. */
@OpSpec("IdentityN(input: T) -> (output: T); T: list(type) >= 1")
public final class IdentityN extends Op {
    @Endpoint("identityN")
    public static List<Output> of(Ops tf, List<? extends Operand> input) {
        return tf.op("IdentityN").inputs(input).add().outputs();
    }

    @Override
    protected void infer(Inference c) {
        for (int i = 0; i < c.outputs(); i++) {
            c.output(i, c.shape(i));
            Shape partial = c.partialValue(i);
            if (partial != null) {
                c.partialValue(i, partial);
            }
            Node.HandleInfo handle = c.handle(i);
            if (handle != null) {
                c.handle(i, handle);
            }
        }
    }

    @Override
    protected void compute(Compute c) {
        for (int i = 0; i < c.inputs(); i++) {
            c.output(i, c.input(i));
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        for (int i = 0; i < c.inputs(); i++) {
            c.output(i, c.input(i));
        }
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        for (int i = 0; i < b.node().inputCount(); i++) {
            Gradient dy = b.sparseDy(i);
            if (dy != null) {
                b.dx(i, dy);
            }
        }
    }
}
