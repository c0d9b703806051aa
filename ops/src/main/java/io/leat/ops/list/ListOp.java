package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ops on lists of tensors, which are values: an op that changes a list gives another one. */
abstract class ListOp extends Op {
    /** What is known of the elements of the list in an input; checks the dtype. */
    static Shape element(Inference c, int input, DType wanted) {
        Node.HandleInfo info = c.handle(input);
        if (info == null) {
            return Shape.UNKNOWN;
        }
        if (info.dtype() != wanted) {
            throw new InvalidArgumentException("Expected list with element dtype " + wanted.signatureName()
                    + " but got list with element dtype " + info.dtype().signatureName());
        }
        return info.shape();
    }

    /** The shape in a shape input as far as it is known. */
    static Shape shapeInput(Inference c, int input) {
        Shape s = c.shape(input);
        if (s.isScalar() && c.constant(input) == null) {
            return Shape.UNKNOWN;
        }
        Tensor t = c.constant(input);
        return t != null ? TensorList.shape(t) : s.rank() == 1 ? c.shapeValue(input) : Shape.UNKNOWN;
    }

    /** Says that an output is a list. */
    static void list(Inference c, int output, DType dtype, Shape element) {
        c.output(output, Shape.SCALAR);
        c.handle(output, new Node.HandleInfo(dtype, element));
    }

    /** Says that an output is a list like that in an input. */
    static void sameList(Inference c, int output, int input) {
        c.output(output, Shape.SCALAR);
        Node.HandleInfo info = c.handle(input);
        if (info != null) {
            c.handle(output, info);
        }
    }

    /** The only element of an integer input. */
    static int scalarInt(Compute c, int input, String what) {
        if (!c.shape(input).isScalar()) {
            throw new InvalidArgumentException(what + " must be a scalar, got shape " + c.shape(input));
        }
        return c.ints(input)[0];
    }

    /** {@code count} rows of a tensor from row {@code from} on. */
    static Tensor rows(Tensor t, long from, long count) {
        Shape row = t.shape().from(1);
        int size = Math.toIntExact(row.size());
        Elements y = Elements.allocate(t.dtype(), Shape.of(count).concat(row));
        Elements.of(t).copyRange((int) from * size, y, 0, y.size());
        return y.tensor();
    }

    /** Row {@code i} of a tensor. */
    static Tensor row(Tensor t, int i) {
        return rows(t, i, 1).reshape(t.shape().from(1));
    }

    /** Elements of one shape along a new first dimension; missing ones are zeros. */
    static Tensor stacked(List<@Nullable Tensor> parts, DType dtype, Shape shape) {
        Elements y = Elements.allocate(dtype, Shape.of(parts.size()).concat(shape));
        int size = Math.toIntExact(shape.size());
        for (int i = 0; i < parts.size(); i++) {
            Tensor t = parts.get(i);
            if (t == null) {
                continue;
            }
            if (!t.shape().equals(shape)) {
                throw new InvalidArgumentException("Incompatible shapes during merge: " + shape + " vs. " + t.shape());
            }
            Elements.of(t).copyRange(0, y, i * size, size);
        }
        return y.tensor();
    }

    static List<@Nullable Tensor> all(TensorList list) {
        List<@Nullable Tensor> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            all.add(list.at(i));
        }
        return all;
    }

    /** The gradient of an output that is a list; where nothing depends on it, a list of missing elements. */
    static Output listGradient(Backprop b, int output, DType dtype) {
        if (b.hasDy(output)) {
            return b.dy(output);
        }
        Ops tf = b.tf();
        return reserve(tf, b.output(output), tf.call("TensorListLength", b.output(output)), dtype);
    }

    /** A list of missing elements of the shape of those of {@code like}. */
    static Output reserve(Ops tf, Output like, Output size, DType dtype) {
        return tf.op("TensorListReserve")
                .input(elementShape(tf, like))
                .input(size)
                .attr("element_dtype", dtype)
                .add()
                .output(0);
    }

    static Output elementShape(Ops tf, Output list) {
        return tf.op("TensorListElementShape")
                .input(list)
                .attr("shape_type", DType.INT32)
                .add()
                .output(0);
    }

    /** The shape of each row of a tensor. */
    static Output rowShape(Ops tf, Output tensor) {
        return tf.call("Slice", tf.call("Shape", tensor), tf.constant(new int[] {1}), tf.constant(new int[] {-1}));
    }
}
