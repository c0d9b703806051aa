package io.leat.ops.debug;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The first input; prints {@code message} and the first {@code summarize} elements of each of {@code data} to
 * {@link PrintSink}, in the first {@code first_n} runs (in all when negative).
 */
@OpSpec(
        value = "Print(input: T, data: U) -> (output: T); T: type; U: list(type) >= 0; message: string = ''; "
                + "first_n: int = -1; summarize: int = 3",
        stateful = true)
public final class Print extends Op {
    @Endpoint("debug.print")
    public static Output of(Ops tf, Operand input, List<? extends Operand> data, String message) {
        return tf.op("Print")
                .input(input)
                .inputs(data)
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
        long limit = c.attrs().integer("first_n");
        AtomicLong runs = c.run().nodeState(c.node().name(), AtomicLong.class, AtomicLong::new);
        if (limit < 0 || runs.getAndIncrement() < limit) {
            var line = new StringBuilder(c.attrs().text("message"));
            for (int i = 1; i < c.inputs(); i++) {
                line.append(Summaries.text(c.input(i), c.attrs().intValue("summarize")));
            }
            PrintSink.print(line.toString());
        }
        c.output(0, c.input(0));
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, b.dy(0));
    }
}
