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
import org.jspecify.annotations.Nullable;

/** The integer nearest to {@code x}, of two the even one. */
@OpSpec("Round(x: T) -> (y: T); "
        + "T: {bfloat16, half, float, double, int8, int16, int32, int64, complex64, complex128}")
public final class Round extends UnaryElementwise {
    @Endpoint("math.round")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Round", x);
    }

    @Override
    protected double reference(double x) {
        return Math.rint(x);
    }

    @Override
    protected long reference(long x, DType type) {
        return x;
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.rint();
    }

    @Override
    protected @Nullable Output gradient(Ops tf, Output x, Output y, Output dy) {
        return null;
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
