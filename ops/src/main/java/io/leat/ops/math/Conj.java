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
import org.jspecify.annotations.Nullable;

/** The complex conjugate. */
@OpSpec("Conj(input: T) -> (output: T); T: {complex64, complex128, variant} = DT_COMPLEX64")
public final class Conj extends UnaryElementwise {
    /** Of a real tensor itself. */
    @Endpoint("math.conj")
    public static Output of(Ops tf, Operand input) {
        Output x = input.output();
        return x.dtype().isComplex() ? tf.call("Conj", x) : x;
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.of(re, -im);
    }

    @Override
    protected @Nullable Scalar lower(Scalar x) {
        return null;
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return tf.call("Conj", dy);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
