package io.leat.ops.ragged;

import io.leat.graph.Compute;
import io.leat.ops.family.AddableValue;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A ragged tensor as the value of a variant. Immutable.
 *
 * @param splits its row splits, outermost first
 */
record RaggedValue(List<Tensor> splits, Tensor values) implements AddableValue {
    RaggedValue {
        splits = List.copyOf(splits);
    }

    /** The ragged tensors in a variant input. */
    static List<RaggedValue> all(Compute c, int input) {
        List<RaggedValue> all = new ArrayList<>();
        for (Object o : Raw.objects(c.input(input))) {
            if (!(o instanceof RaggedValue value)) {
                throw new InvalidArgumentException("Input Variant element at index " + all.size()
                        + " doesn't hold a RaggedTensorVariant: " + Objects.toString(o));
            }
            all.add(value);
        }
        return all;
    }

    /** The number of rows of the outermost dimension. */
    long rows() {
        return splits.isEmpty() ? values.shape().dim(0) : splits.getFirst().size() - 1;
    }

    @Override
    public RaggedValue plus(Object other) {
        if (!(other instanceof RaggedValue b)) {
            throw new InvalidArgumentException("Trying to add a ragged tensor and another kind of variant");
        }
        if (values.dtype() != b.values.dtype()) {
            throw new InvalidArgumentException("Can't add RaggedTensorVariants of different dtypes. One is "
                    + values.dtype().signatureName() + " and the other is "
                    + b.values.dtype().signatureName());
        }
        if (splits.size() != b.splits.size()) {
            throw new InvalidArgumentException("Can't add RaggedTensorVariants of different ragged rank. One is "
                    + splits.size() + " and the other is " + b.splits.size());
        }
        for (int i = 0; i < splits.size(); i++) {
            if (!splits.get(i).contentEquals(b.splits.get(i))) {
                throw new InvalidArgumentException("Can't add RaggedTensorVariants with different row_splits.");
            }
        }
        if (!values.shape().equals(b.values.shape())) {
            throw new InvalidArgumentException(
                    "Can't add ragged values of shapes " + values.shape() + " and " + b.values.shape());
        }
        return new RaggedValue(splits, sum(values, b.values));
    }

    private static Tensor sum(Tensor a, Tensor b) {
        Elements x = Elements.of(a);
        Elements y = Elements.of(b);
        Elements sum = Elements.allocate(a.dtype(), a.shape());
        for (int i = 0; i < sum.size(); i++) {
            if (a.dtype().isInteger()) {
                sum.setInteger(i, x.integer(i) + y.integer(i));
            } else {
                sum.set(i, x.real(i) + y.real(i), x.imag(i) + y.imag(i));
            }
        }
        return sum.tensor();
    }

    @Override
    public RaggedValue zeros() {
        return new RaggedValue(splits, Tensor.zeros(values.dtype(), values.shape()));
    }

    /** A tensor of these. */
    static Tensor variant(Shape shape, List<RaggedValue> values) {
        return Raw.wrap(DType.VARIANT, shape, values.toArray());
    }

    /** {@code float ragged 2 [5,3]}: dtype, ragged rank, and the shape of the values. */
    @Override
    public String toString() {
        return values.dtype().signatureName() + " ragged " + splits.size() + " " + values.shape();
    }
}
