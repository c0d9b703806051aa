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
import io.leat.ops.family.Sizes;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** For each number of an element in row-major order its index in a tensor of shape {@code dims}, one column each. */
@OpSpec("UnravelIndex(indices: Tidx, dims: Tidx) -> (output: Tidx); Tidx: {int32, int64} = DT_INT32")
public final class UnravelIndex extends Op {
    @Endpoint("unravelIndex")
    public static Output of(Ops tf, Operand indices, Operand dims) {
        return tf.call("UnravelIndex", indices, dims);
    }

    @Override
    protected void infer(Inference c) {
        Shape indices = c.shape(0);
        Shape dims = c.shape(1, 1);
        if (indices.rank() > 1) {
            throw new InvalidArgumentException("The indices can only be scalar or vector, got \"" + indices + "\"");
        }
        if (indices.hasRank()) {
            c.output(0, Shape.of(dims.dim(0)).concat(indices));
        }
    }

    @Override
    protected void compute(Compute c) {
        long[] indices = c.integers(0);
        long[] dims = c.integers(1);
        long all = 1;
        for (long d : dims) {
            if (d <= 0) {
                throw new InvalidArgumentException("Input dims cannot contain a dim of zero");
            }
            all = Sizes.product(all, d);
        }
        Elements out = Elements.allocate(c.outputDType(0), Shape.of(dims.length).concat(c.shape(0)));
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= all) {
                throw new InvalidArgumentException("index is out of bound as with dims");
            }
            long rest = indices[i];
            for (int d = dims.length - 1; d >= 0; d--) {
                out.setInteger(d * indices.length + i, rest % dims[d]);
                rest /= dims[d];
            }
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // integers: no gradient
    }
}
