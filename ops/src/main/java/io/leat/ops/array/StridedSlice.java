package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Value;
import io.leat.ops.family.Strides;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/**
 * The elements from {@code begin} up to {@code end} by {@code strides} in each dimension, as Python's
 * {@code x[begin:end:strides, ...]}; bit i of a mask is about entry i of these vectors.
 */
@OpSpec("StridedSlice(input: T, begin: Index, end: Index, strides: Index) -> (output: T); T: type; "
        + "Index: {int16, int32, int64}; begin_mask: int = 0; end_mask: int = 0; ellipsis_mask: int = 0; "
        + "new_axis_mask: int = 0; shrink_axis_mask: int = 0")
public final class StridedSlice extends Op {
    @Endpoint("stridedSlice")
    public static Output of(Ops tf, Operand input, Operand begin, Operand end, Operand strides) {
        return tf.call("StridedSlice", input, begin, end, strides);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 1).merge(c.shape(2, 1)).merge(c.shape(3, 1)); // begins, ends and strides are as many
        long[] strides = c.integers(3);
        Shape in = c.shape(0);
        if (strides == null || !in.hasRank()) {
            return;
        }
        StridedSlices s = StridedSlices.of(in, c.integers(1), c.integers(2), strides, c.attrs());
        c.output(0, s.shape());
        Shape elements = c.partialValue(0);
        if (elements != null && in.rank() == 1 && c.integers(1) != null) {
            partial(c, elements, s);
        }
    }

    /** What is known of elements taken out of an integer vector of which some elements are known. */
    private static void partial(Inference c, Shape elements, StridedSlices s) {
        if (s.shape().rank() == 1 && s.sizes()[0] != Shape.ANY) {
            long[] out = new long[(int) s.sizes()[0]];
            for (int i = 0; i < out.length; i++) {
                out[i] = elements.dim((int) (s.begin()[0] + i * s.strides()[0]));
            }
            c.partialElements(0, out);
        } else if (s.shape().rank() == 0) {
            long only = elements.dim((int) s.begin()[0]);
            if (only != Shape.ANY) {
                Elements e = Elements.allocate(c.outputDType(0), Shape.SCALAR);
                e.setInteger(0, only);
                c.value(0, e.tensor());
            }
        }
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(1).rank() != 1
                || !c.shape(1).equals(c.shape(2))
                || !c.shape(1).equals(c.shape(3))) {
            throw new InvalidArgumentException("Expected begin, end, and strides to be 1D equal size tensors, but got "
                    + "shapes " + c.shape(1) + ", " + c.shape(2) + ", and " + c.shape(3) + " instead.");
        }
        StridedSlices s = StridedSlices.of(c.shape(0), c.integers(1), c.integers(2), c.integers(3), c.attrs());
        int[] from = Strides.block(c.shape(0), s.begin(), s.strides(), Shape.of(s.sizes()));
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), s.shape());
        for (int i = 0; i < from.length; i++) {
            x.copy(from[i], y, i);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor begin = c.constant(1);
        Tensor end = c.constant(2);
        Tensor strides = c.constant(3);
        if (begin == null || end == null || strides == null) {
            return false;
        }
        StridedSlices s = StridedSlices.of(
                c.shape(0), Constants.integers(begin), Constants.integers(end), Constants.integers(strides), c.attrs());
        Value part = c.slice(c.input(0), ints(s.begin()), ints(s.sizes()), ints(s.strides()));
        c.output(0, c.reshape(part, c.outputShape(0)));
        return true;
    }

    private static int[] ints(long[] x) {
        return java.util.Arrays.stream(x).mapToInt(Math::toIntExact).toArray();
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output shape = tf.op("Shape")
                .input(b.input(0))
                .attr("out_type", b.input(1).dtype())
                .add()
                .output(0);
        b.dx(
                0,
                tf.op("StridedSliceGrad")
                        .input(shape)
                        .input(b.input(1))
                        .input(b.input(2))
                        .input(b.input(3))
                        .input(b.dy(0))
                        .attr("begin_mask", b.attrs().integer("begin_mask"))
                        .attr("end_mask", b.attrs().integer("end_mask"))
                        .attr("ellipsis_mask", b.attrs().integer("ellipsis_mask"))
                        .attr("new_axis_mask", b.attrs().integer("new_axis_mask"))
                        .attr("shrink_axis_mask", b.attrs().integer("shrink_axis_mask"))
                        .add()
                        .output(0));
    }
}
