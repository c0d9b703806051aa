package io.leat.ops.random;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.kernels.Parallel;
import io.leat.kernels.Philox;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;

/**
 * Random numbers for each element of a tensor of parameters: the output has the shape {@code shape} followed by that of
 * the parameters.
 */
abstract class ParameterDraws extends Op {
    /** Which input holds the parameters. */
    abstract int parameters();

    abstract Philox start(Compute c, int n);

    abstract Tensor draw(Philox start, Tensor parameters, int samples, Tensor out, Parallel parallel);

    /** Whether input {@code shape} is the whole shape of the output, and not only what comes before the parameters'. */
    boolean shapeIsWhole() {
        return !isStateful();
    }

    @Override
    protected void infer(Inference c) {
        c.shape(0, 1);
        Shape shape = c.shapeValue(0);
        Shape each = c.shape(parameters());
        boolean known = shape.hasRank() && each.hasRank();
        c.output(0, shapeIsWhole() ? shape : known ? shape.concat(each) : Shape.UNKNOWN);
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = Streams.shape(c, 0);
        Tensor p = c.input(parameters());
        Shape whole = shapeIsWhole() ? shape : shape.concat(p.shape());
        int rank = p.shape().rank();
        if (whole.rank() < rank || !whole.from(whole.rank() - rank).equals(p.shape())) {
            throw new InvalidArgumentException("Shape passed in must end with broadcasted shape.");
        }
        Tensor out = Raw.allocate(c.outputDType(0), whole);
        int n = (int) out.size();
        c.output(0, n == 0 ? out : draw(start(c, n), p, n / (int) p.size(), out, Streams.parallel(c)));
    }
}
