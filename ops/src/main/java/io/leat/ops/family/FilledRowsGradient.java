package io.leat.ops.family;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/** The gradients of an op that fills empty rows: those of the entries, and the sum of all others for the default value. */
public abstract class FilledRowsGradient extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0, 1));
        c.shape(1, 1);
        c.output(1, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 1 || c.shape(1).rank() != 1) {
            throw new InvalidArgumentException(
                    "reverse_index_map and grad_values must be vectors, saw: " + c.shape(0) + " and " + c.shape(1));
        }
        if (!c.outputDType(0).isNumeric()) {
            throw new UnimplementedException(name() + " of " + c.outputDType(0).signatureName());
        }
        long[] map = c.integers(0);
        Elements grad = Elements.of(c.input(1));
        Elements out = Elements.allocate(c.outputDType(0), c.shape(0));
        boolean[] used = new boolean[grad.size()];
        for (int i = 0; i < map.length; i++) {
            if (map[i] < 0 || map[i] >= used.length) {
                throw new InvalidArgumentException(
                        "Elements in reverse index must be in [0, " + used.length + ") but got " + map[i]);
            }
            grad.copy((int) map[i], out, i);
            used[(int) map[i]] = true;
        }
        double re = 0;
        double im = 0;
        long whole = 0;
        for (int i = 0; i < used.length; i++) {
            if (!used[i]) {
                re += grad.real(i);
                im += grad.imag(i);
                whole += grad.integer(i);
            }
        }
        Elements rest = Elements.allocate(c.outputDType(1), Shape.SCALAR);
        if (rest.dtype().isInteger()) {
            rest.setInteger(0, whole);
        } else {
            rest.set(0, re, im);
        }
        c.output(0, out.tensor());
        c.output(1, rest.tensor());
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
