package io.leat.ops.io;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.List;

/** One serialised {@code Summary} message with the values of all of {@code inputs}, whose tags differ. */
@OpSpec("MergeSummary(inputs: N * string) -> (summary: string); N: int >= 1")
public final class MergeSummary extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < c.inputs(); i++) {
            messages.addAll(List.of(Raw.strings(c.input(i))));
        }
        c.output(0, Messages.scalar(SummaryIo.find().merge(messages)));
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
