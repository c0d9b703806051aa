package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.UnaryElementwise;
import io.leat.tensor.DType;

/** {@code min(max(features, 0), 6)}. */
@OpSpec("Relu6(features: T) -> (activations: T); T: realnumbertype")
public final class Relu6 extends UnaryElementwise {
    /** {@code min(max(features, 0), 6)}. */
    @Endpoint("nn.relu6")
    public static Output of(Ops tf, Operand features) {
        return tf.call("Relu6", features);
    }

    @Override
    protected double reference(double x) {
        return Math.min(Math.max(x, 0), 6);
    }

    @Override
    protected long reference(long x, DType type) {
        return type == DType.UINT64 && x < 0 ? 6 : Math.clamp(x, 0, 6);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.max(0).min(6);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("Relu6Grad", dy, y);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
