package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.ops.family.AddableValue;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/** Ops that add up tensors of one shape, element by element. Integers wrap. */
abstract class Addition extends Op {
    @Override
    protected void infer(Inference c) {
        Shape sum = Shape.UNKNOWN;
        for (int i = 0; i < c.inputs(); i++) {
            sum = merge(sum, c.shape(i), i);
        }
        c.output(0, sum);
    }

    private Shape merge(Shape sum, Shape term, int index) {
        if (!sum.isCompatibleWith(term)) {
            throw new InvalidArgumentException("Inputs to operation " + name()
                    + " must have the same size and shape.  Input 0: " + sum + " != input " + index + ": " + term);
        }
        return sum.merge(term);
    }

    @Override
    protected void compute(Compute c) {
        boolean variant = c.outputDType(0) == DType.VARIANT;
        if (!variant && !c.outputDType(0).isNumeric()) {
            throw new UnimplementedException(name() + " of " + c.outputDType(0).signatureName());
        }
        Shape shape = c.shape(0);
        for (int i = 1; i < c.inputs(); i++) {
            shape = merge(shape, c.shape(i), i);
        }
        Elements[] terms = new Elements[c.inputs()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = Elements.of(c.input(i));
        }
        Elements y = Elements.allocate(c.outputDType(0), shape);
        for (int e = 0; e < y.size(); e++) {
            add(terms, e, y);
        }
        c.output(0, y.tensor());
    }

    private static void add(Elements[] terms, int e, Elements y) {
        if (y.dtype() == DType.VARIANT) {
            Object sum = terms[0].object(e);
            for (int i = 1; i < terms.length; i++) {
                sum = AddableValue.of(sum).plus(terms[i].object(e));
            }
            y.setObject(e, sum);
            return;
        }
        if (y.dtype().isInteger()) {
            long sum = 0;
            for (Elements t : terms) {
                sum += t.integer(e);
            }
            y.setInteger(e, sum);
            return;
        }
        double re = 0;
        double im = 0;
        for (Elements t : terms) {
            re += t.real(e);
            im += t.imag(e);
        }
        y.set(e, re, im);
    }

    @Override
    protected boolean lower(Lowering c) {
        if (!Scalar.supports(c.outputDType(0)) || !c.outputDType(0).isNumeric()) {
            return false;
        }
        Scalar sum = Scalar.input(0, c.dtype(0));
        for (int i = 1; i < c.inputs(); i++) {
            sum = sum.plus(Scalar.input(i, c.dtype(i)));
        }
        c.output(0, c.map(sum, c.allInputs().toArray(Value[]::new)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        for (int i = 0; i < b.node().inputCount(); i++) {
            b.dx(i, b.dy(0));
        }
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(8);
    }
}
