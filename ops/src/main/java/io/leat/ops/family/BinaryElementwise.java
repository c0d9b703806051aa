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
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;
import org.jspecify.annotations.Nullable;

/** Ops that compute each element from two elements, one of each input, which are broadcast to a common shape. */
public abstract class BinaryElementwise extends Op {
    /** The plain meaning for floating dtypes; the result is rounded to the dtype. */
    protected double reference(double a, double b) {
        throw new UnimplementedException(name() + " of floating dtypes");
    }

    /** The same for ops whose result depends on how {@code type}, the inputs' dtype, rounds. */
    protected double reference(double a, double b, DType type) {
        return reference(a, b);
    }

    /** The plain meaning for integers and bools; {@code type} is the inputs' dtype. */
    protected long reference(long a, long b, DType type) {
        throw new UnimplementedException(name() + " of " + type.signatureName());
    }

    /** The plain meaning for complex dtypes: real and imaginary part of the result. */
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        throw new UnimplementedException(name() + " of complex dtypes");
    }

    /** The same as an expression of the kernel IR, for the dtypes that it knows; null if it cannot say it. */
    protected abstract @Nullable Scalar lower(Scalar a, Scalar b);

    /**
     * The gradient of the first input in the broadcast shape, or null when it has none; {@code z} is the node's output.
     */
    protected @Nullable Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        return null;
    }

    /** The gradient of the second input in the broadcast shape, or null when it has none. */
    protected @Nullable Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        return null;
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0).broadcast(c.shape(1)));
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(0).broadcast(c.shape(1));
        int[] ia = Broadcast.indices(c.shape(0), shape);
        int[] ib = Broadcast.indices(c.shape(1), shape);
        Elements a = Elements.of(c.input(0));
        Elements b = Elements.of(c.input(1));
        Elements z = Elements.allocate(c.outputDType(0), shape);
        DType t = c.input(0).dtype();
        for (int i = 0; i < ia.length; i++) {
            if (t.isComplex()) {
                double[] v = reference(a.real(ia[i]), a.imag(ia[i]), b.real(ib[i]), b.imag(ib[i]));
                z.set(i, v[0], v[1]);
            } else if (t.isFloating()) {
                z.set(i, reference(a.real(ia[i]), b.real(ib[i]), t));
            } else {
                z.setInteger(i, reference(a.integer(ia[i]), b.integer(ib[i]), t));
            }
        }
        c.output(0, z.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        if (!Scalar.supports(c.dtype(0)) || !Scalar.supports(c.outputDType(0))) {
            return false;
        }
        Scalar body = lower(Scalar.input(0, c.dtype(0)), Scalar.input(1, c.dtype(1)));
        if (body == null) {
            return false;
        }
        c.output(0, c.map(body, c.input(0), c.input(1)));
        return true;
    }

    @Override
    protected void gradient(Backprop g) {
        Output a = g.input(0);
        Output b = g.input(1);
        Output da = gradientA(g.tf(), a, b, g.output(0), g.dy(0));
        if (da != null) {
            g.dx(0, Broadcast.sumTo(g.tf(), da, a, b));
        }
        Output db = gradientB(g.tf(), a, b, g.output(0), g.dy(0));
        if (db != null) {
            g.dx(1, Broadcast.sumTo(g.tf(), db, b, a));
        }
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(2);
    }
}
