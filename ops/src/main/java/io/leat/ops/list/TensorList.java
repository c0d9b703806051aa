package io.leat.ops.list;

import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.ops.family.AddableValue;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list of tensors as the value of a variant. Immutable. An element may be missing: it reads as zeros.
 *
 * @param elementShape what each element must fit
 * @param maxSize the most elements it may have, or -1
 */
record TensorList(DType dtype, Shape elementShape, int maxSize, Versions<Tensor> items) implements AddableValue {
    static TensorList of(DType dtype, Shape elementShape, Versions<Tensor> items) {
        return new TensorList(dtype, elementShape, -1, items);
    }

    /** The list in a variant input. */
    static TensorList of(Compute c, int input) {
        if (!c.shape(input).isScalar()) {
            throw new InvalidArgumentException("Input list must be a scalar. Saw: " + c.shape(input));
        }
        if (Raw.objects(c.input(input))[0] instanceof TensorList list) {
            return list;
        }
        throw new InvalidArgumentException(
                "Input handle is not a list. Saw: '" + Objects.toString(Raw.objects(c.input(input))[0]) + "'");
    }

    Tensor tensor() {
        return Raw.wrap(DType.VARIANT, Shape.SCALAR, new Object[] {this});
    }

    int size() {
        return items.size();
    }

    /** The element, or null when it is missing. */
    @Nullable
    Tensor at(int i) {
        return items.at(i);
    }

    TensorList with(Versions<Tensor> others) {
        return new TensorList(dtype, elementShape, maxSize, others);
    }

    /** The shape that a tensor describes: a vector, or the scalar -1 for an unknown one. */
    static Shape shape(Tensor t) {
        long[] dims = Constants.integers(t);
        if (t.shape().isScalar()) {
            if (dims[0] != Shape.ANY) {
                throw new InvalidArgumentException(
                        "The only valid scalar shape tensor is the fully unknown shape specified as -1.");
            }
            return Shape.UNKNOWN;
        }
        if (t.shape().rank() != 1) {
            throw new InvalidArgumentException(
                    "element_shape must be at most rank 1 but has the shape of " + t.shape());
        }
        for (long d : dims) {
            if (d < Shape.ANY) {
                throw new InvalidArgumentException("Dimension " + d + " must be >= -1");
            }
        }
        return Shape.of(dims);
    }

    /** The element shape, with what a shape input says besides. */
    Shape elementShape(Tensor more) {
        Shape shape = shape(more);
        if (!elementShape.isCompatibleWith(shape)) {
            throw new InvalidArgumentException(
                    "Tried to merge element shape " + shape + " with incompatible list shape " + elementShape);
        }
        return elementShape.merge(shape);
    }

    /** What {@code known} and the elements that are there say together of the shape of each. */
    Shape elementShapeOfAll(Shape known) {
        Shape shape = known;
        for (int i = 0; i < size() && !shape.isFullyKnown(); i++) {
            Tensor t = at(i);
            shape = t == null ? shape : shape.merge(t.shape());
        }
        return shape;
    }

    void require(DType wanted) {
        if (dtype != wanted) {
            throw new InvalidArgumentException("Invalid data types; op elements " + wanted.signatureName()
                    + " but list elements " + dtype.signatureName());
        }
    }

    /** Checks a tensor that is to become an element. */
    void requireElement(Tensor t, String tried) {
        if (dtype != t.dtype()) {
            throw new InvalidArgumentException("Invalid data types; list elements " + dtype.signatureName() + " but "
                    + tried + " " + t.dtype().signatureName());
        }
        if (!elementShape.isCompatibleWith(t.shape())) {
            throw new InvalidArgumentException(tried + " a tensor with incompatible shape to a list. Op element shape: "
                    + t.shape() + " list shape: " + elementShape);
        }
    }

    /** Element {@code i}, or zeros where it is missing. */
    Tensor read(int i, Tensor shapeInput) {
        Tensor t = at(i);
        if (t != null) {
            return t;
        }
        Shape shape = elementShapeOfAll(elementShape(shapeInput));
        if (!shape.isFullyKnown()) {
            throw new InvalidArgumentException(
                    "Trying to read an uninitialized tensor but element_shape is not fully " + "defined: " + shape);
        }
        return Tensor.zeros(dtype, shape);
    }

    @Override
    public TensorList plus(Object other) {
        if (!(other instanceof TensorList b)) {
            throw new InvalidArgumentException("Trying to add a list and another kind of variant");
        }
        if (dtype != b.dtype) {
            throw new InvalidArgumentException("Trying to add two lists of tensors of different dtypes. One is "
                    + dtype.signatureName() + " and the other is " + b.dtype.signatureName());
        }
        if (size() != b.size()) {
            throw new InvalidArgumentException("Trying to add two lists of tensors with different lengths. One is "
                    + size() + " and the other is " + b.size());
        }
        @Nullable Tensor[] sum = new Tensor[size()];
        for (int i = 0; i < sum.length; i++) {
            Tensor x = at(i);
            Tensor y = b.at(i);
            sum[i] = x == null ? y : y == null ? x : sum(x, y);
        }
        return new TensorList(dtype, elementShape.merge(b.elementShape), maxSize, Versions.of(sum));
    }

    private static Tensor sum(Tensor a, Tensor b) {
        if (!a.shape().equals(b.shape())) {
            throw new InvalidArgumentException("Trying to add two tensors with incompatible element shapes. One is "
                    + a.shape() + " and the other is " + b.shape());
        }
        Elements x = Elements.of(a);
        Elements y = Elements.of(b);
        Elements sum = Elements.allocate(a.dtype(), a.shape());
        for (int i = 0; i < sum.size(); i++) {
            if (a.dtype() == DType.VARIANT) {
                sum.setObject(i, AddableValue.of(x.object(i)).plus(y.object(i)));
            } else if (a.dtype().isInteger()) {
                sum.setInteger(i, x.integer(i) + y.integer(i));
            } else {
                sum.set(i, x.real(i) + y.real(i), x.imag(i) + y.imag(i));
            }
        }
        return sum.tensor();
    }

    @Override
    public TensorList zeros() {
        @Nullable Tensor[] zeros = new Tensor[size()];
        for (int i = 0; i < zeros.length; i++) {
            Tensor t = at(i);
            zeros[i] = t == null ? null : zerosLike(t);
        }
        return with(Versions.of(zeros));
    }

    private static Tensor zerosLike(Tensor t) {
        Elements x = Elements.of(t);
        Elements zeros = Elements.allocate(t.dtype(), t.shape());
        for (int i = 0; t.dtype() == DType.VARIANT && i < zeros.size(); i++) {
            zeros.setObject(i, AddableValue.of(x.object(i)).zeros());
        }
        return zeros.tensor();
    }

    /** {@code float list of 3 [?,2]}. */
    @Override
    public String toString() {
        return dtype.signatureName() + " list of " + size() + " " + elementShape;
    }
}
