package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.List;

/** The list of the pieces of a tensor along its first dimension, of these lengths. */
@OpSpec(
        "TensorListSplit(tensor: element_dtype, element_shape: shape_type, lengths: int64) -> (output_handle: variant); "
                + "element_dtype: type; shape_type: {int32, int64}")
public final class TensorListSplit extends ListOp {
    @Override
    protected void infer(Inference c) {
        c.shape(2, 1);
        Shape tensor = c.shape(0).withRankAtLeast(1);
        Shape element = shapeInput(c, 1);
        if (element.rank() > 0) {
            tensor.merge(Shape.of(Shape.ANY).concat(element.from(1)));
        }
        list(c, 0, c.attrs().type("element_dtype"), element);
    }

    @Override
    protected void compute(Compute c) {
        Shape all = c.shape(0);
        Shape shape = TensorList.shape(c.input(1));
        if (all.rank() < 1) {
            throw new InvalidArgumentException("Tensor must be at least a vector, but saw shape: " + all);
        }
        if (c.shape(2).rank() != 1) {
            throw new InvalidArgumentException("Expected lengths to be a vector, received shape: " + c.shape(2));
        }
        if (shape.rank() == 0 || !shape.isCompatibleWith(all.withDim(0, Shape.ANY))) {
            throw new InvalidArgumentException(
                    "tensor shape " + all + " is not compatible with element_shape " + shape);
        }
        long[] lengths = c.integers(2);
        Tensor[] parts = new Tensor[lengths.length];
        long at = 0;
        for (int i = 0; i < parts.length; i++) {
            if (lengths[i] < 0 || lengths[i] > all.dim(0) - at) {
                throw new InvalidArgumentException("Invalid value in lengths: " + lengths[i] + " at " + i
                        + ", tensor has " + all.dim(0) + " rows");
            }
            parts[i] = rows(c.input(0), at, lengths[i]);
            at += lengths[i];
        }
        if (at != all.dim(0)) {
            throw new InvalidArgumentException(
                    "Unused values in tensor. Length of tensor: " + all.dim(0) + " Values used: " + at);
        }
        c.output(0, TensorList.of(c.input(0).dtype(), shape, Versions.of(parts)).tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output shape = tf.op("ConcatV2")
                .inputs(List.of(tf.constant(new int[] {-1}), rowShape(tf, b.input(0))))
                .input(tf.constant(0))
                .add()
                .output(0);
        b.dx(
                0,
                tf.op("TensorListConcatV2")
                        .input(b.dy(0))
                        .input(shape)
                        .input(b.input(2))
                        .attr("element_dtype", b.input(0).dtype())
                        .add()
                        .output(0));
    }
}
