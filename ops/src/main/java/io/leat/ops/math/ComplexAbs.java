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

/** The magnitude of a complex tensor. */
@OpSpec("ComplexAbs(x: T) -> (y: Tout); T: {complex64, complex128} = DT_COMPLEX64; "
        + "Tout: {float, double} = DT_FLOAT")
public final class ComplexAbs extends UnaryElementwise {
    /** A tensor of the real dtype of its parts. */
    @Endpoint("math.complexAbs")
    public static Output of(Ops tf, Operand x) {
        Output z = x.output();
        return tf.op("ComplexAbs")
                .input(z)
                .attr("Tout", z.dtype().realType())
                .add()
                .output(0);
    }

    @Override
    protected double[] reference(double re, double im) {
        return ComplexFunctions.of(Math.hypot(re, im), 0);
    }

    @Override
    protected @Nullable Scalar lower(Scalar x) {
        return null;
    }

    @Override
    protected Output gradient(Ops tf, Output x, Output y, Output dy) {
        Output zero = tf.constant(0, dy.dtype());
        Output weighted = tf.call("Mul", Complex.of(tf, dy, zero), x);
        return tf.call("DivNoNan", weighted, Complex.of(tf, y, zero));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(2);
    }
}
