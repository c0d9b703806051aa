package io.leat.ops.debug;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Elements;
import java.nio.charset.StandardCharsets;

/** Prints a string scalar, followed by {@code end}, to {@link PrintSink}, whatever {@code output_stream} says. */
@OpSpec(value = "PrintV2(input: string) -> (); output_stream: string = 'stderr'; end: string = '\n'", stateful = true)
public final class PrintV2 extends Op {
    @Endpoint("debug.print")
    public static Node of(Ops tf, Operand line) {
        return tf.op("PrintV2").input(line).add();
    }

    @Override
    protected void infer(Inference c) {
        c.shape(0, 0);
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 0) {
            throw new InvalidArgumentException("Input is expected to be scalar, but got " + c.shape(0));
        }
        String text = new String(Elements.of(c.input(0)).string(0), StandardCharsets.UTF_8);
        String end = c.attrs().text("end");
        PrintSink.print(end.equals("\n") ? text : text + end);
    }

    @Override
    protected void gradient(Backprop b) {
        // no outputs
    }
}
