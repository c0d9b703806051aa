package io.leat.ops.list;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/** The list of the rows of a tensor. */
@OpSpec("TensorListFromTensor(tensor: element_dtype, element_shape: shape_type) -> (output_handle: variant); "
        + "element_dtype: type; shape_type: {int32, int64}")
public final class TensorListFromTensor extends ListOp {
    @Endpoint("list.fromTensor")
    public static Output of(Ops tf, Operand tensor, Operand elementShape) {
        return tf.call("TensorListFromTensor", tensor, elementShape);
    }

    @Override
    protected void infer(Inference c) {
        Shape row = c.shape(0).withRankAtLeast(1).from(1);
        list(c, 0, c.attrs().type("element_dtype"), shapeInput(c, 1).merge(row));
    }

    @Override
    protected void compute(Compute c) {
        Shape all = c.shape(0);
        if (all.rank() < 1) {
            throw new InvalidArgumentException("Tensor must be at least a vector, but saw shape: " + all);
        }
        Shape shape = TensorList.shape(c.input(1));
        if (!shape.isCompatibleWith(all.from(1))) {
            throw new InvalidArgumentException(
                    "Specified a list with shape " + shape + " from a tensor with shape " + all.from(1));
        }
        Tensor[] rows = new Tensor[Math.toIntExact(all.dim(0))];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(c.input(0), i);
        }
        c.output(0, TensorList.of(c.input(0).dtype(), shape, Versions.of(rows)).tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        DType dtype = b.attrs().type("element_dtype");
        long n = b.input(0).shape().rank() > 0 ? b.input(0).shape().dim(0) : Shape.ANY;
        b.dx(
                0,
                tf.op("TensorListStack")
                        .input(listGradient(b, 0, dtype))
                        .input(rowShape(tf, b.input(0)))
                        .attr("element_dtype", dtype)
                        .attr("num_elements", n)
                        .add()
                        .output(0));
    }
}
