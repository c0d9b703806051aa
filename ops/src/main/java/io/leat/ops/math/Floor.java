package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.UnaryElementwise;
import org.jspecify.annotations.Nullable;

/** The greatest integer not above {@code x}. */
@OpSpec("Floor(x: T) -> (y: T); T: {bfloat16, half, float, double}")
public final class Floor extends UnaryElementwise {
    @Endpoint("math.floor")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Floor", x);
    }

    @Override
    protected double reference(double x) {
        return Math.floor(x);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.floor();
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
