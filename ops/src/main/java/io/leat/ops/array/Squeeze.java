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

/** The same elements without the dimensions of size 1 that {@code squeeze_dims} lists, or without all of them. */
@OpSpec("Squeeze(input: T) -> (output: T); T: type; squeeze_dims: list(int) >= 0 = []")
public final class Squeeze extends Op {
    @Endpoint("squeeze")
    public static Output of(Ops tf, Operand input, long... dims) {
        return tf.op("Squeeze").input(input).attr("squeeze_dims", dims).add().output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, squeezed(c.shape(0), c.attrs().integers("squeeze_dims")));
    }

    private static Shape squeezed(Shape in, long[] wanted) {
        if (!in.hasRank()) {
            return Shape.UNKNOWN;
        }
        int rank = in.rank();
        boolean[] drop = new boolean[rank];
        for (long w : wanted) {
            if (w < -rank || w >= rank) {
                throw new InvalidArgumentException(
                        "Tried to squeeze dim index " + w + " for tensor with " + rank + " dimensions.");
            }
            int d = (int) (w < 0 ? w + rank : w);
            if (in.dim(d) != 1 && in.dim(d) != Shape.ANY) {
                throw new InvalidArgumentException(
                        "Can not squeeze dim[" + d + "], expected a dimension of 1, got " + in.dim(d));
            }
            drop[d] = true;
        }
        long[] dims = new long[rank];
        int n = 0;
        for (int d = 0; d < rank; d++) {
            if (wanted.length == 0 && in.dim(d) == Shape.ANY) {
                return Shape.UNKNOWN;
            }
            if (wanted.length == 0 ? in.dim(d) != 1 : !drop[d]) {
                dims[n++] = in.dim(d);
            }
        }
        return Shape.of(java.util.Arrays.copyOf(dims, n));
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, c.input(0).reshape(squeezed(c.shape(0), c.attrs().integers("squeeze_dims"))));
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
