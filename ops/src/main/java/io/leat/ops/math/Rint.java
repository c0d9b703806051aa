package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.UnaryElementwise;

/** The integer nearest to {@code x}, of two the even one. */
@OpSpec("Rint(x: T) -> (y: T); T: {bfloat16, half, float, double}")
public final class Rint extends UnaryElementwise {
    @Endpoint("math.rint")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Rint", x);
    }

    @Override
    protected double reference(double x) {
        return Math.rint(x);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.rint();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("ZerosLike", y);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
