package io.leat.ops.family;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.tensor.DType;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Ops that compute each element of one output from the element of one input at the same place. The output's dtype is
 * what the signature says.
 */
public abstract class UnaryElementwise extends Op {
    /** The plain meaning for floating dtypes; the result is rounded to the dtype. */
    protected double reference(double x) {
        throw new UnimplementedException(name() + " of floating dtypes");
    }

    /** The plain meaning for integers and bools; {@code type} is the input's dtype. */
    protected long reference(long x, DType type) {
        throw new UnimplementedException(name() + " of " + type.signatureName());
    }

    /** The plain meaning for complex dtypes: real and imaginary part of the result. */
    protected double[] reference(double re, double im) {
        throw new UnimplementedException(name() + " of complex dtypes");
    }

    /** The same as an expression of the kernel IR, for the dtypes that it knows; null if it cannot say it. */
    protected abstract @Nullable Scalar lower(Scalar x);

    /** The gradient of the input, or null when it has none; {@code y} is the node's output. */
    protected abstract @Nullable Output gradient(Ops tf, Output x, Output y, Output dy);

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), c.shape(0));
        DType t = c.input(0).dtype();
        for (int i = 0; i < x.size(); i++) {
            if (t.isComplex()) {
                double[] z = reference(x.real(i), x.imag(i));
                y.set(i, z[0], z[1]);
            } else if (t.isFloating()) {
                y.set(i, reference(x.real(i)));
            } else {
                y.setInteger(i, reference(x.integer(i), t));
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        if (!Scalar.supports(c.dtype(0)) || !Scalar.supports(c.outputDType(0))) {
            return false;
        }
        Scalar body = lower(Scalar.input(0, c.dtype(0)));
        if (body == null) {
            return false;
        }
        c.output(0, c.map(body, c.input(0)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Output dx = gradient(b.tf(), b.input(0), b.output(0), b.dy(0));
        if (dx != null) {
            b.dx(0, dx);
        }
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(4);
    }
}
