package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.UnaryElementwise;
import io.leat.tensor.DType;

/** {@code -x}. Integers wrap. */
@OpSpec("Neg(x: T) -> (y: T); "
        + "T: {bfloat16, half, float, double, int8, int16, int32, int64, complex64, complex128}")
public final class Neg extends UnaryElementwise {
    @Endpoint("math.negative")
    public static Output of(Ops tf, Operand x) {
        return tf.call("Neg", x);
    }

    @Override
    protected double reference(double x) {
        return -x;
    }

    @Override
    protected long reference(long x, DType type) {
        return -x;
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.of(-re, -im);
    }

    @Override
    protected Scalar lower(Scalar x) {
        return x.neg();
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("Neg", dy);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
