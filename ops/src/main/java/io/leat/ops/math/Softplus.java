package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** {@code log(1 + exp(x))}, computed without overflow. */
@OpSpec("Softplus(features: T) -> (activations: T); T: {half, bfloat16, float, double}")
public final class Softplus extends Op {
    @Endpoint("nn.softplus")
    public static Output of(Ops tf, Operand features) {
        return tf.call("Softplus", features);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
    }
}
