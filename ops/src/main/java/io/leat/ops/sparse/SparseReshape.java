package io.leat.ops.sparse;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The indices of a sparse tensor in another shape of the same size, of which one dimension may be -1. */
@OpSpec("SparseReshape(input_indices: int64, input_shape: int64, new_shape: int64) -> "
        + "(output_indices: int64, output_shape: int64)")
public final class SparseReshape extends Op {
    @Override
    protected void infer(Inference c) {
        Shape indices = c.shape(0, 2);
        c.shape(1, 1);
        Shape target = c.shape(2, 1);
        c.output(0, Shape.of(indices.dim(0), target.dim(0)));
        c.output(1, target);
    }

    private static String text(long[] dims) {
        return Arrays.stream(dims).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]"));
    }

    /** The new shape with its unknown dimension filled in. */
    private static long[] target(long[] from, long[] wanted) {
        long size = Shape.of(from).size();
        long[] to = wanted.clone();
        int unknown = -1;
        for (int d = 0; d < to.length; d++) {
            if (to[d] == -1) {
                if (unknown >= 0) {
                    throw new InvalidArgumentException(
                            "only one output dimension may be -1, not both " + unknown + " and " + d);
                }
                unknown = d;
                to[d] = 1;
            } else if (to[d] < 0) {
                throw new InvalidArgumentException("size " + d + " must be non-negative, not " + to[d]);
            }
        }
        long known = Shape.of(to).size();
        if (unknown >= 0) {
            if (known == 0 || size % known != 0) {
                throw new InvalidArgumentException("Input to reshape is a SparseTensor with " + size
                        + " dense values, but the requested shape requires a multiple of " + known + ". input_shape="
                        + text(from) + " output_shape=" + text(to));
            }
            to[unknown] = size / known;
        } else if (known != size) {
            throw new InvalidArgumentException("Input to reshape is a tensor with " + size
                    + " dense values, but the requested shape has " + known + ". input_shape=" + text(from)
                    + " output_shape=" + text(to));
        }
        return to;
    }

    @Override
    protected void compute(Compute c) {
        long[] from = c.integers(1);
        if (c.shape(0).rank() != 2) {
            throw new InvalidArgumentException("Input indices should be a matrix but received shape " + c.shape(0));
        }
        if (c.shape(0).dim(1) != from.length) {
            throw new InvalidArgumentException("Input tensor rank must match input shape length.");
        }
        for (long d : from) {
            if (d < 0) {
                throw new InvalidArgumentException("Expected shape dimensions to be non-negative, got " + d);
            }
        }
        long[] to = target(from, c.integers(2));
        var at = Coordinates.of(
                c.input(0), Tensor.zeros(DType.INT32, Shape.of(c.shape(0).dim(0))), c.input(1));
        Elements out = Elements.allocate(DType.INT64, Shape.of(at.count, to.length));
        for (int i = 0; i < at.count; i++) {
            long rest = at.offset(i, from);
            for (int d = to.length - 1; d >= 0; d--) {
                out.setInteger(i * to.length + d, to[d] == 0 ? 0 : rest % to[d]);
                rest = to[d] == 0 ? 0 : rest / to[d];
            }
        }
        c.output(0, out.tensor());
        c.output(1, Tensor.vector(to));
    }
}
