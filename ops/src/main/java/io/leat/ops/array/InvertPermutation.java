package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The inverse of a permutation: {@code y[x[i]] = i}. */
@OpSpec("InvertPermutation(x: T) -> (y: T); T: {int32, int64} = DT_INT32")
public final class InvertPermutation extends Op {
    @Endpoint("invertPermutation")
    public static Output of(Ops tf, Operand x) {
        return tf.call("InvertPermutation", x);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0, 1));
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 1) {
            throw new InvalidArgumentException("invert_permutation expects a 1D vector.");
        }
        long[] x = c.integers(0);
        boolean[] seen = new boolean[x.length];
        Elements y = Elements.allocate(c.outputDType(0), Shape.of(x.length));
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0 || x[i] >= x.length) {
                throw new InvalidArgumentException(x[i] + " is not between 0 and " + x.length);
            }
            if (seen[(int) x[i]]) {
                throw new InvalidArgumentException(x[i] + " is duplicated in the input.");
            }
            seen[(int) x[i]] = true;
            y.setInteger((int) x[i], i);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // integers: no gradient
    }
}
