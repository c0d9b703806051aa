package io.leat.ops.linalg;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/**
 * Matrices [..., m, n] with zeros outside a band: element (i, j) stays if {@code i - j <= num_lower} and
 * {@code j - i <= num_upper}; a negative bound is none.
 */
@OpSpec("MatrixBandPart(input: T, num_lower: Tindex, num_upper: Tindex) -> (band: T); T: type; "
        + "Tindex: {int32, int64} = DT_INT64")
public final class MatrixBandPart extends Op {
    @Endpoint("linalg.bandPart")
    public static Output of(Ops tf, Operand input, Operand numLower, Operand numUpper) {
        return tf.call("MatrixBandPart", input, numLower, numUpper);
    }

    static Output of(Ops tf, Operand input, long lower, long upper) {
        return of(tf, input, tf.constant(Tensor.scalar(lower)), tf.constant(Tensor.scalar(upper)));
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        c.shape(2, 0);
        c.output(0, c.shape(0).withRankAtLeast(2));
    }

    private static long bound(String name, Tensor t, long most) {
        if (t.shape().rank() != 0) {
            throw new InvalidArgumentException(name + " must be scalar, got shape " + t.shape());
        }
        long bound = Constants.integers(t)[0];
        if (bound > most) {
            throw new InvalidArgumentException(name + " must be negative or less or equal to number of "
                    + (name.equals("num_lower") ? "rows" : "columns") + " (" + most + ") got: " + bound);
        }
        return bound < 0 ? Long.MAX_VALUE : bound;
    }

    @Override
    protected void compute(Compute c) {
        Shape s = c.shape(0);
        if (s.rank() < 2) {
            throw new InvalidArgumentException("input must be at least 2-dim, received shape: " + s);
        }
        int rows = (int) s.dim(-2);
        int columns = (int) s.dim(-1);
        long lower = bound("num_lower", c.input(1), rows);
        long upper = bound("num_upper", c.input(2), columns);
        Elements in = Elements.of(c.input(0));
        Elements out = Elements.allocate(c.outputDType(0), s);
        for (int at = 0; at < in.size(); at++) {
            int i = at / columns % rows;
            int j = at % columns;
            if (i - j <= lower && j - i <= upper) {
                in.copy(at, out, at);
            }
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, of(b.tf(), b.dy(0), b.input(1), b.input(2)));
    }
}
