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

/** {@code max(features, 0)}. */
@OpSpec("Relu(features: T) -> (activations: T); T: {float, double, int32, uint8, int16, int8, int64, "
        + "bfloat16, uint16, half, uint32, uint64, qint8}")
public final class Relu extends UnaryElementwise {
    /** {@code max(features, 0)}. */
    @Endpoint("nn.relu")
    public static Output of(Ops tf, Operand features) {
        return tf.call("Relu", features);
    }

    @Override
    protected double reference(double x) {
        return Math.max(x, 0);
    }

    @Override
    protected long reference(long x, DType type) {
        return type.isUnsigned() ? x : Math.max(x, 0);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.max(0);
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("ReluGrad", dy, y);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
