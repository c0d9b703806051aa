package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ir.UnaryFunction;
import io.leat.ops.family.UnaryElementwise;
import org.jspecify.annotations.Nullable;

/** Whether {@code x} is not a number. */
@OpSpec("IsNan(x: T) -> (y: bool); T: {bfloat16, half, float, double}")
public final class IsNan extends UnaryElementwise {
    @Endpoint("math.isNan")
    public static Output of(Ops tf, Operand x) {
        return tf.call("IsNan", x);
    }

    @Override
    protected double reference(double x) {
        return Double.isNaN(x) ? 1 : 0;
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.apply(UnaryFunction.IS_NAN);
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
