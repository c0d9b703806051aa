package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Ops;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** The elements of a list one after another along their first dimension, and the size of that in each of them. */
abstract class Concatenation extends ListOp {
    final void infer(Inference c, Shape given) {
        Shape element = element(c, 0, c.outputDType(0)).merge(given);
        c.output(0, element.rank() > 0 ? element.withDim(0, Shape.ANY) : Shape.UNKNOWN);
        c.output(1, Shape.of(Shape.ANY));
    }

    /** @param leading the lengths of missing elements where {@code given} does not say it */
    final void compute(Compute c, Shape given, long[] leading) {
        TensorList list = TensorList.of(c, 0);
        list.require(c.outputDType(0));
        if (!list.elementShape().isCompatibleWith(given)) {
            throw new InvalidArgumentException(
                    "Tried to merge element shape " + given + " with incompatible list shape " + list.elementShape());
        }
        Shape shape = list.elementShape().merge(given);
        if (shape.rank() == 0) {
            throw new InvalidArgumentException(
                    "Concat requires elements to be at least vectors, found scalars instead.");
        }
        long first = shape.dim(0);
        Shape rest = rest(list, shape.from(1));
        long[] lengths = new long[list.size()];
        long total = 0;
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = length(list.at(i), i, first, leading);
            total = Math.addExact(total, lengths[i]);
        }
        Elements y = Elements.allocate(c.outputDType(0), Shape.of(total).concat(rest));
        int row = Math.toIntExact(rest.size());
        int at = 0;
        for (int i = 0; i < lengths.length; i++) {
            Tensor t = list.at(i);
            if (t != null) {
                Elements.of(t).copyRange(0, y, at, Math.toIntExact(t.size()));
            }
            at += (int) lengths[i] * row;
        }
        c.output(0, y.tensor());
        c.output(1, Tensor.vector(lengths));
    }

    private static Shape rest(TensorList list, Shape known) {
        if (list.size() == 0 && !known.isFullyKnown()) {
            throw new InvalidArgumentException("All except the first dimension must be fully defined when concating an "
                    + "empty tensor list. element_shape: " + known);
        }
        Shape rest = known;
        for (int i = 0; i < list.size(); i++) {
            Tensor t = list.at(i);
            if (t == null) {
                continue;
            }
            if (t.shape().rank() < 1) {
                throw new InvalidArgumentException(
                        "Concat saw a scalar shape at index " + i + " but requires at least vectors.");
            }
            rest = rest.merge(t.shape().from(1));
        }
        if (!rest.isFullyKnown()) {
            throw new InvalidArgumentException("Trying to concat list with only uninitialized tensors but "
                    + "element_shape_except_first_dim is not fully defined: " + rest);
        }
        return rest;
    }

    private static long length(@org.jspecify.annotations.Nullable Tensor t, int i, long first, long[] leading) {
        if (t != null) {
            long n = t.shape().dim(0);
            if (first != Shape.ANY && n != first) {
                throw new InvalidArgumentException("First entry of element_shape input does not match the first dim of "
                        + "list element at index: " + i + " Expected: " + first + " Actual: " + n);
            }
            return n;
        }
        if (first != Shape.ANY) {
            return first;
        }
        if (i >= leading.length) {
            throw new InvalidArgumentException("List contains uninitialized element at index " + i
                    + " but leading_dims has only " + leading.length + " elements.");
        }
        if (leading[i] < 0) {
            throw new InvalidArgumentException("leading_dims must not be negative, got " + leading[i]);
        }
        return leading[i];
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        b.dx(0, tf.call("TensorListSplit", b.dy(0), elementShape(tf, b.input(0)), b.output(1)));
    }
}
