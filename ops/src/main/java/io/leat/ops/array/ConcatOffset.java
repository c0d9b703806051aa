package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;
import java.util.stream.Collectors;

/** For tensors of the given shapes joined along {@code concat_dim}: where each begins in the result. */
@OpSpec("ConcatOffset(concat_dim: int32, shape: N * shape_type) -> (offset: N * shape_type); "
        + "N: int >= 2; shape_type: {int32, int64} = DT_INT32")
public final class ConcatOffset extends Op {
    @Override
    protected void infer(Inference c) {
        for (int i = 0; i < c.outputs(); i++) {
            c.output(i, c.shape(i + 1));
        }
    }

    @Override
    protected void compute(Compute c) {
        int n = c.inputs() - 1;
        int rank = (int) c.shape(1).size();
        long dim = c.integers(0)[0];
        if (dim < -rank || dim >= rank) {
            throw new InvalidArgumentException("Concat dim is out of range: " + dim + " vs. " + rank);
        }
        int axis = (int) (dim < 0 ? dim + rank : dim);
        long at = 0;
        for (int i = 0; i < n; i++) {
            long[] shape = c.integers(i + 1);
            if (shape.length != rank) {
                throw new InvalidArgumentException(
                        "input " + i + " should contain " + rank + " elements, but got " + shape.length);
            }
            long[] first = c.integers(1);
            for (int d = 0; d < rank; d++) {
                if (d != axis && shape[d] != first[d]) {
                    throw new InvalidArgumentException("All dimensions except " + axis + " must match. Input " + i
                            + " has shape " + text(shape) + " and doesn't match input 0 with shape " + text(first)
                            + ".");
                }
            }
            Elements e = Elements.allocate(c.outputDType(i), Shape.of(rank));
            e.setInteger(axis, at);
            at += shape[axis];
            Tensor t = e.tensor();
            c.output(i, t);
        }
    }

    private static String text(long[] shape) {
        return Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(" ", "[", "]"));
    }

    @Override
    protected void gradient(Backprop b) {
        // integers: no gradient
    }
}
