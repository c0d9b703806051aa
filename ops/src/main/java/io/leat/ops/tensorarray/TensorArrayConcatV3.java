package io.leat.ops.tensorarray;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.FlowRole;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import java.util.ArrayList;
import java.util.List;

/** All elements of an array one after another along their first dimension, and the size of that in each of them. */
@OpSpec(
        value = "TensorArrayConcatV3(handle: resource, flow_in: float) -> (value: dtype, lengths: int64); dtype: type; "
                + "element_shape_except0: shape = ?",
        stateful = true)
public final class TensorArrayConcatV3 extends ArrayOp {
    /** The elements, and the lengths. */
    @Endpoint("tensorArray.concat")
    public static List<Output> of(Ops tf, Operand handle, Operand flow, DType dtype) {
        return tf.op("TensorArrayConcatV3")
                .input(handle)
                .input(flow)
                .attr("dtype", dtype)
                .add()
                .outputs();
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        Shape rest = c.attrs().shape("element_shape_except0");
        c.output(0, rest.hasRank() ? Shape.of(Shape.ANY).concat(rest) : Shape.UNKNOWN);
        c.output(1, Shape.of(Shape.ANY));
    }

    @Override
    public FlowRole flowRole() {
        return FlowRole.ALONE;
    }

    @Override
    protected void compute(Compute c) {
        ElementArray array = array(c);
        array.require(c.outputDType(0));
        Shape rest = c.attrs().shape("element_shape_except0");
        int n = array.wholeSize();
        if (n == 0) {
            if (!rest.isFullyKnown()) {
                throw new UnimplementedException("TensorArray has size zero, but element_shape_except0 " + rest
                        + " is not fully defined. Currently only static shapes are supported when concatenating "
                        + "zero-size TensorArrays.");
            }
            c.output(0, Tensor.zeros(c.outputDType(0), Shape.of(0).concat(rest)));
            c.output(1, Tensor.zeros(DType.INT64, Shape.of(0)));
            return;
        }
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            parts.add(array.read(i));
        }
        long[] lengths = new long[n];
        long total = 0;
        for (int i = 0; i < n; i++) {
            lengths[i] = length(parts, i, rest);
            total += lengths[i];
        }
        c.output(
                0, joined(parts, Shape.of(total).concat(parts.getFirst().shape().from(1))));
        c.output(1, Tensor.vector(lengths));
    }

    private static long length(List<Tensor> parts, int i, Shape wanted) {
        Shape shape = parts.get(i).shape();
        if (shape.rank() < 1) {
            throw new InvalidArgumentException("Concat saw a scalar shape at index " + i
                    + " but requires at least vectors.  Did you mean to call pack?");
        }
        Shape rest = shape.from(1);
        if (i == 0 && !wanted.isCompatibleWith(rest)) {
            throw new InvalidArgumentException("TensorArray was passed element_shape_except0 " + wanted
                    + " but index 0 has (excepting dimension 0) shape: " + rest + " which does not match.");
        }
        Shape first = parts.getFirst().shape().from(1);
        if (!rest.equals(first)) {
            throw new InvalidArgumentException("TensorArray has inconsistent shapes.  Index 0 has (excepting dimension "
                    + "0) shape: " + first + " but index " + i + " has (excepting dimension 0) shape: " + rest);
        }
        return shape.dim(0);
    }

    /** The gradient is split to the array of gradients. */
    @Override
    protected void gradient(Backprop b) {
        GradientArray g = GradientArray.of(b, b.input(1), b.input(1));
        b.dx(1, b.tf().call("TensorArraySplitV3", g.handle(), b.dy(0), b.output(1), g.flow()));
    }
}
