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
import io.leat.ops.family.Sizes;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.Arrays;

/** The same elements under another shape, of which one dimension may be -1: as many as are left. */
@OpSpec("Reshape(tensor: T, shape: Tshape) -> (output: T); T: type; Tshape: {int32, int64} = DT_INT32")
public final class Reshape extends Op {
    @Endpoint("reshape")
    public static Output of(Ops tf, Operand tensor, Operand shape) {
        return tf.call("Reshape", tensor, shape);
    }

    @Override
    protected void infer(Inference c) {
        long[] wanted = c.integers(1);
        if (wanted != null) {
            c.output(0, resolve(c.shape(0), wanted));
            Shape elements = c.partialValue(0);
            if (elements != null && c.outputShape(0).rank() == 1) {
                c.partialValue(0, elements);
            }
            return;
        }
        c.output(0, c.shapeValue(1));
    }

    /** {@code wanted} with its -1 replaced, as far as the input's size is known. */
    private static Shape resolve(Shape in, long[] wanted) {
        long known = 1;
        int open = -1;
        boolean empty = false;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] == -1) {
                if (open >= 0) {
                    throw new InvalidArgumentException("Only one input size may be -1, not both " + open + " and " + i);
                }
                open = i;
            } else if (wanted[i] < 0) {
                throw new InvalidArgumentException("Size " + i + " must be non-negative, not " + wanted[i]);
            } else if (wanted[i] == 0) {
                empty = true;
            } else if (known > Long.MAX_VALUE / wanted[i]) {
                throw new InvalidArgumentException("Shape " + Arrays.toString(wanted) + " has too many elements");
            } else {
                known *= wanted[i];
            }
        }
        long size = in.size();
        if (size == Shape.ANY) {
            return Shape.of(wanted);
        }
        long[] out = wanted.clone();
        if (open >= 0) {
            out[open] = (empty ? withoutZeros(in) : size) / known;
            if (size > 0 && known * out[open] != size) {
                throw new InvalidArgumentException("Input to reshape is a tensor with " + size
                        + " values, but the requested shape requires a multiple of " + known);
            }
        }
        long all = empty ? 0 : open >= 0 ? known * out[open] : known;
        if (all != size) {
            throw new InvalidArgumentException(
                    "Input to reshape is a tensor with " + size + " values, but the requested shape has " + all);
        }
        return Shape.of(out);
    }

    /** The product of the dimensions that are not 0. */
    private static long withoutZeros(Shape in) {
        long all = 1;
        for (long d : in.dims()) {
            all = d == 0 ? all : Sizes.product(all, d);
        }
        return all;
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, c.input(0).reshape(resolve(c.shape(0), c.integers(1))));
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
