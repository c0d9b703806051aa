package io.leat.ops.array;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.raw.Elements;

/** A copy of the input. */
@OpSpec(value = "DeepCopy(x: T) -> (y: T); T: type", stateful = true)
public final class DeepCopy extends Op {
    @Endpoint("deepCopy")
    public static Output of(Ops tf, Operand x) {
        return tf.call("DeepCopy", x);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), c.shape(0));
        x.copyRange(0, y, 0, x.size());
        c.output(0, y.tensor());
    }
}
