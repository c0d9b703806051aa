package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.UnaryElementwise;
import io.leat.tensor.DType;

/** {@code |x|}. The smallest integer stays itself. */
@OpSpec("Abs(x: T) -> (y: T); T: {bfloat16, half, float, double, int8, int16, int32, int64}")
public final class Abs extends UnaryElementwise {
    @Endpoint("math.abs")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Abs", x);
    }

    @Override
    protected double reference(double x) {
        return Math.abs(x);
    }

    @Override
    protected long reference(long x, DType type) {
        return Math.abs(x);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.abs();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("Mul", dy, tf.call("Sign", x));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
