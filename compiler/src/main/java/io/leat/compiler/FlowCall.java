package io.leat.compiler;

import io.leat.graph.Output;
import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Value;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** A flow program as the only instruction of a core program. */
final class FlowCall {
    private FlowCall() {}

    static CoreProgram of(FlowProgram flow, List<Fact> feeds) {
        var builder = new CoreProgram.Builder();
        List<Value> in = new ArrayList<>();
        feeds.forEach(f -> in.add(builder.input(f.dtype(), f.shape())));
        List<Value> out = new ArrayList<>();
        for (Output f : flow.fetches) {
            out.add(builder.value(f.dtype(), Shape.UNKNOWN));
        }
        var code = new FlowCode(flow, new Callees());
        builder.add(
                new CoreOp.Host("flow", (inputs, run) -> new FlowRun(code, inputs, run).run(), true),
                in,
                out,
                flow.origin);
        return builder.build(out);
    }
}
