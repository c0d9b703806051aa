package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** The same elements with a dimension of size 1 inserted at {@code dim}; negative ones count from the end. */
@OpSpec("ExpandDims(input: T, dim: Tdim) -> (output: T); T: type; Tdim: {int32, int64} = DT_INT32")
public final class ExpandDims extends Op {
    @Endpoint("expandDims")
    public static Output of(Ops tf, Operand input, int dim) {
        return tf.call("ExpandDims", input, tf.constant(dim));
    }

    @Override
    protected void infer(Inference c) {
        Long dim = c.integer(1);
        Shape in = c.shape(0);
        if (dim != null && in.hasRank()) {
            c.output(0, expanded(in, dim));
        } else if (in.hasRank()) {
            c.output(0, Shape.ofRank(in.rank() + 1));
        }
    }

    private static Shape expanded(Shape in, long dim) {
        int rank = in.rank();
        if (dim < -rank - 1 || dim > rank) {
            throw new InvalidArgumentException(
                    "Tried to expand dim index " + dim + " for tensor with " + rank + " dimensions.");
        }
        int at = (int) (dim < 0 ? dim + rank + 1 : dim);
        long[] dims = new long[rank + 1];
        for (int i = 0; i <= rank; i++) {
            dims[i] = i == at ? 1 : in.dim(i < at ? i : i - 1);
        }
        return Shape.of(dims);
    }

    @Override
    protected void compute(Compute c) {
        long[] dim = c.integers(1);
        if (dim.length != 1) {
            throw new InvalidArgumentException("'dim' must be a tensor with a single value");
        }
        c.output(0, c.input(0).reshape(expanded(c.shape(0), dim[0])));
    }

    @Override
    protected boolean lower(Lowering c) {
        c.output(0, c.reshape(c.input(0), c.outputShape(0)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, b.tf().call("Reshape", b.dy(0), b.tf().call("Shape", b.input(0))));
    }
}
