package io.leat.ops.ragged;

import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;

/**
 * The gradient of the values of a ragged tensor, of shape {@code dense_values_shape}, from that of its variant, or of its
 * rows, which {@code row_splits} count; a row that nothing depends on may be missing.
 */
@OpSpec(
        "RaggedTensorToVariantGradient(encoded_ragged_grad: variant, row_splits: Tsplits, dense_values_shape: int32) -> "
                + "(dense_values_grad: Tvalues); Tvalues: type; Tsplits: {int32, int64} = int64")
public final class RaggedTensorToVariantGradient extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.shapeValue(2).withRankAtLeast(1));
    }

    @Override
    protected void compute(Compute c) {
        DType dtype = c.outputDType(0);
        Shape shape = Shape.of(c.integers(2)).requireFullyKnown();
        Elements y = Elements.allocate(dtype, shape);
        Object[] parts = Raw.objects(c.input(0));
        boolean batched = c.shape(1).rank() == 1;
        long[] splits = Constants.integers(c.input(1));
        int width = shape.rank() == 0 ? 1 : Math.toIntExact(shape.from(1).size());
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] instanceof RaggedValue part) {
                Tensor values = part.values();
                if (values.dtype() != dtype || values.size() > y.size() - at) {
                    throw new InvalidArgumentException("Invalid slice of a ragged gradient: "
                            + values.dtype().signatureName() + values.shape() + " for " + dtype.signatureName()
                            + shape);
                }
                Elements.of(values).copyRange(0, y, at, (int) values.size());
                at += (int) values.size();
            } else if (batched && i + 1 < splits.length) {
                at += Math.toIntExact((splits[i + 1] - splits[i]) * width);
            }
        }
        if (parts.length > 0 && at != y.size()) {
            throw new InvalidArgumentException(
                    "The pieces of a ragged gradient have " + at + " elements; its shape is " + shape);
        }
        c.output(0, y.tensor());
    }
}
