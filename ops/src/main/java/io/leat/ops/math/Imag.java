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

/** The imaginary part of a complex tensor. */
@OpSpec("Imag(input: T) -> (output: Tout); T: {complex64, complex128} = DT_COMPLEX64; "
        + "Tout: {float, double} = DT_FLOAT")
public final class Imag extends UnaryElementwise {
    /** A tensor of the real dtype of its parts. */
    @Endpoint("math.imag")
    public static Output of(Ops tf, Operand input) {
        Output z = input.output();
        return tf.op("Imag").input(z).attr("Tout", z.dtype().realType()).add().output(0);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.of(im, 0);
    }

    @Override
    protected @Nullable Scalar lower(Scalar x) {
        return null;
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        return Complex.of(tf, tf.constant(0, dy.dtype()), dy);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
