package io.leat.ops.linalg;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The cross products of the vectors of 3 elements along the last dimension of two tensors of one shape. */
@OpSpec("Cross(a: T, b: T) -> (product: T); T: realnumbertype")
public final class Cross extends Op {
    @Endpoint("linalg.cross")
    public static Output of(Ops tf, Operand a, Operand b) {
        return tf.call("Cross", a, b);
    }

    private static Shape common(Shape a, Shape b) {
        if (!a.isCompatibleWith(b)) {
            throw new InvalidArgumentException("Both inputs must be of same shape: " + a + " vs. " + b);
        }
        Shape s = a.merge(b);
        if (s.hasRank() && s.rank() < 1) {
            throw new InvalidArgumentException("Input must be at least 1D");
        }
        if (s.hasRank() && s.dim(-1) != 3 && s.dim(-1) != Shape.ANY) {
            throw new FailedPreconditionException("Cross-products are only defined for 3-element vectors.");
        }
        return s.hasRank() ? s.withDim(s.rank() - 1, 3) : s;
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, common(c.shape(0), c.shape(1)));
    }

    @Override
    protected void compute(Compute c) {
        Elements a = Elements.of(c.input(0));
        Elements b = Elements.of(c.input(1));
        Elements y = Elements.allocate(c.outputDType(0), common(c.shape(0), c.shape(1)));
        for (int i = 0; i < y.size(); i++) {
            int vector = i / 3 * 3;
            int next = vector + (i - vector + 1) % 3;
            int last = vector + (i - vector + 2) % 3;
            if (y.dtype().isInteger()) {
                y.setInteger(i, a.integer(next) * b.integer(last) - a.integer(last) * b.integer(next));
            } else {
                y.set(i, a.real(next) * b.real(last) - a.real(last) * b.real(next));
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected void gradient(Backprop g) {
        g.dx(0, of(g.tf(), g.input(1), g.dy(0)));
        g.dx(1, of(g.tf(), g.dy(0), g.input(0)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(4);
    }
}
