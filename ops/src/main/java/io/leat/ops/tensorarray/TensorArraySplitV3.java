package io.leat.ops.tensorarray;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** Cuts {@code value} along its first dimension into pieces of these lengths: the elements of an array. */
@OpSpec(
        value = "TensorArraySplitV3(handle: resource, value: T, lengths: int64, flow_in: float) -> (flow_out: float); "
                + "T: type",
        stateful = true)
public final class TensorArraySplitV3 extends ArrayOp {
    /** The flow after the writes. */
    @Endpoint("tensorArray.split")
    public static Output of(Ops tf, Operand handle, Operand value, Operand lengths, Operand flow) {
        return tf.call("TensorArraySplitV3", handle, value, lengths, flow);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(2, 1);
        c.shape(3, 0);
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        ElementArray array = array(c);
        Shape value = c.shape(1);
        if (c.shape(2).rank() != 1) {
            throw new InvalidArgumentException("Expected lengths to be a vector, received shape: " + c.shape(2));
        }
        if (value.rank() < 1) {
            throw new InvalidArgumentException("Expected value to be at least a vector, but received shape: " + value);
        }
        long[] lengths = c.integers(2);
        long total = 0;
        for (long n : lengths) {
            if (n < 0) {
                throw new InvalidArgumentException("Expected lengths to be non-negative, but saw " + n);
            }
            total = Math.addExact(total, n);
        }
        if (total != value.dim(0)) {
            throw new InvalidArgumentException("Expected sum of lengths to be equal to values.shape[0], but sum of "
                    + "lengths is " + total + " and value's shape is: " + value);
        }
        array.mark(
                lengths.length,
                true,
                size -> new InvalidArgumentException("TensorArray's size is not equal to the size of lengths (" + size
                        + " vs. " + lengths.length
                        + "), and the TensorArray is not marked as dynamically resizeable"));
        long at = 0;
        for (int i = 0; i < lengths.length; i++) {
            array.write(i, rows(c.input(1), at, at + lengths[i]));
            at += lengths[i];
        }
        c.output(0, c.input(3));
    }

    /** What the array of gradients has, as a whole. */
    @Override
    protected void gradient(Backprop b) {
        Output dy = b.dy(0);
        GradientArray g = GradientArray.of(b, b.output(0), dy);
        b.dx(
                1,
                b.tf().op("TensorArrayConcatV3")
                        .input(g.handle())
                        .input(g.flow())
                        .attr("dtype", b.attrs().type("T"))
                        .add()
                        .output(0));
        b.dx(3, dy);
    }
}
