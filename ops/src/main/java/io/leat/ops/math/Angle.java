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

/** The argument of a complex tensor, in {@code [-π, π]}. */
@OpSpec("Angle(input: T) -> (output: Tout); T: {complex64, complex128} = DT_COMPLEX64; "
        + "Tout: {float, double} = DT_FLOAT")
public final class Angle extends UnaryElementwise {
    /** A tensor of the real dtype of its parts. */
    @Endpoint("math.angle")
    public static Output of(Ops tf, Operand input) {
        Output z = input.output();
        return tf.op("Angle").input(z).attr("Tout", z.dtype().realType()).add().output(0);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.of(Math.atan2(im, re), 0);
    }

    @Override
    protected @Nullable Scalar lower(Scalar x) {
        return null;
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        Output turned = Complex.of(tf, Imag.of(tf, x), Real.of(tf, x));
        Output slope = tf.call("Neg", Complex.of(tf, dy, tf.constant(0, dy.dtype())));
        return tf.call("Mul", slope, tf.call("Reciprocal", turned));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(2);
    }
}
