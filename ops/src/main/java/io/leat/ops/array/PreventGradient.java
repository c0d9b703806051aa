package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.NotFoundException;

/** The same tensor, for which asking for a gradient is an error, with attribute {@code message}. */
@OpSpec("PreventGradient(input: T) -> (output: T); T: type; message: string = ''")
public final class PreventGradient extends Op {
    @Endpoint("preventGradient")
    public static Output of(Ops tf, Operand input, String message) {
        return tf.op("PreventGradient")
                .input(input)
                .attr("message", message)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
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
        Node n = b.node();
        throw new NotFoundException(
                "Gradient explicitly disabled. Reason: " + n.attrs().text("message"));
    }
}
