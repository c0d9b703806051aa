package io.leat.ops.sparse;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.array.ConcatV2;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.List;

/**
 * A tensor of shape {@code output_shape} with {@code sparse_values}, or the one value, at {@code sparse_indices} [n, rank]
 * and {@code default_value} elsewhere. With {@code validate_indices} these are in row-major order and none is repeated.
 */
@OpSpec("SparseToDense(sparse_indices: Tindices, output_shape: Tindices, sparse_values: T, default_value: T) -> "
        + "(dense: T); validate_indices: bool = true; T: type; Tindices: {int32, int64}")
public final class SparseToDense extends Op {
    @Endpoint("sparse.toDense")
    public static Output of(
            Ops tf, Operand indices, Operand outputShape, Operand values, Operand defaultValue, boolean validate) {
        return tf.op("SparseToDense")
                .input(indices)
                .input(outputShape)
                .input(values)
                .input(defaultValue)
                .attr("validate_indices", validate)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shapeValue(1));
    }

    @Override
    protected void compute(Compute c) {
        Shape given = c.shape(0);
        if (given.rank() > 2) {
            throw new InvalidArgumentException(
                    "sparse_indices should be a scalar, vector, or matrix, got shape " + given);
        }
        if (c.shape(1).rank() != 1) {
            throw new InvalidArgumentException("output_shape must be rank 1, got shape " + c.shape(1));
        }
        long n = given.rank() > 0 ? given.dim(0) : 1;
        long rank = given.rank() > 1 ? given.dim(1) : 1;
        if (c.input(1).size() != rank) {
            throw new InvalidArgumentException("output_shape has incorrect number of elements: "
                    + c.input(1).size() + " should be: " + rank);
        }
        boolean one = c.shape(2).rank() == 0;
        if (!one && !c.shape(2).equals(Shape.of(n))) {
            throw new InvalidArgumentException(
                    "sparse_values has incorrect shape " + c.shape(2) + ", should be [] or [" + n + "]");
        }
        if (c.shape(3).rank() != 0) {
            throw new InvalidArgumentException("default_value should be a scalar.");
        }
        Shape shape = Shape.of(c.integers(1)).requireFullyKnown();
        Tensor indices = c.input(0).reshape(Shape.of(n, rank));
        var at = Coordinates.of(indices, Tensor.zeros(DType.INT32, Shape.of(n)), c.input(1));
        fill(c, at, shape, one);
    }

    private static void fill(Compute c, Coordinates at, Shape shape, boolean one) {
        boolean validate = c.attrs().bool("validate_indices");
        Elements values = Elements.of(c.input(2));
        Elements out = Elements.allocate(c.outputDType(0), shape);
        Elements otherwise = Elements.of(c.input(3));
        for (int i = 0; i < out.size(); i++) {
            otherwise.copy(0, out, i);
        }
        long[] dims = shape.dims();
        for (int i = 0; i < at.count; i++) {
            if (!at.isInside(i, dims)) {
                throw new InvalidArgumentException(
                        validate
                                ? "indices[" + i + "] = " + at.text(i) + " is out of bounds: need 0 <= index < " + shape
                                : "Indices are not valid (out of bounds).  Shape: " + shape);
            }
            if (validate && i > 0 && at.compare(i - 1, i) >= 0) {
                throw new InvalidArgumentException(
                        at.compare(i - 1, i) == 0
                                ? "indices[" + i + "] = " + at.text(i) + " is repeated"
                                : "indices[" + i + "] = " + at.text(i) + " is out of order. Many sparse ops require "
                                        + "sorted indices.\n    Use `tf.sparse.reorder` to create a correctly ordered "
                                        + "copy.\n\n");
            }
            values.copy(one ? 0 : i, out, (int) at.offset(i, dims));
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output rank = tf.call("Shape", b.input(1));
        Output all = tf.constant(new int[] {-1});
        Output rows = ConcatV2.of(tf, List.of(all, rank), 0);
        Output values = tf.call("GatherNd", b.dy(0), tf.call("Reshape", b.input(0), rows));
        Output sum = total(tf, values);
        b.dx(2, b.input(2).shape().rank() == 0 ? sum : values);
        b.dx(3, total(tf, b.dy(0)).minus(sum));
    }

    private static Output total(Ops tf, Output x) {
        Output flat = tf.call("Reshape", x, tf.constant(new int[] {-1}));
        return tf.call("Sum", flat, tf.constant(0));
    }
}
