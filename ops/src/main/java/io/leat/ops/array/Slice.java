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
import io.leat.ops.family.Strides;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** The block of {@code size} elements from {@code begin} on; a size of -1 goes to the end. */
@OpSpec("Slice(input: T, begin: Index, size: Index) -> (output: T); T: type; Index: {int32, int64}")
public final class Slice extends Op {
    @Endpoint("slice")
    public static Output of(Ops tf, Operand input, Operand begin, Operand size) {
        return tf.call("Slice", input, begin, size);
    }

    @Override
    protected void infer(Inference c) {
        long[] begin = c.integers(1);
        long[] size = c.integers(2);
        Shape in = c.shape(0);
        if (begin != null && size != null && in.hasRank()) {
            c.output(0, sliced(in, begin, size));
            Shape elements = c.partialValue(0);
            if (elements != null && in.rank() == 1 && c.outputShape(0).dim(0) != Shape.ANY) {
                int from = (int) begin[0];
                c.partialValue(
                        0, elements.slice(from, from + (int) c.outputShape(0).dim(0)));
            }
            return;
        }
        Shape sizes = c.shapeValue(2);
        if (sizes.hasRank()) {
            c.output(0, sizes);
        } else if (in.hasRank()) {
            c.output(0, Shape.ofRank(in.rank()));
        }
    }

    private static Shape sliced(Shape in, long[] begin, long[] size) {
        int rank = in.rank();
        if (begin.length != rank || size.length != rank) {
            throw new InvalidArgumentException("Expected begin and size arguments to be 1-D tensors of size " + rank
                    + ", but got shapes [" + begin.length + "] and [" + size.length + "] instead.");
        }
        long[] dims = new long[rank];
        for (int i = 0; i < rank; i++) {
            long d = in.dim(i);
            dims[i] = size[i] == -1 && d != Shape.ANY ? d - begin[i] : size[i];
            if (begin[i] < 0 || d != Shape.ANY && begin[i] > d) {
                throw new InvalidArgumentException("Expected begin[" + i + "] in [0, " + d + "], but got " + begin[i]);
            }
            if (dims[i] < -1 || d != Shape.ANY && dims[i] > d - begin[i]) {
                throw new InvalidArgumentException(
                        "Expected size[" + i + "] in [0, " + (d - begin[i]) + "], but got " + size[i]);
            }
        }
        return Shape.of(dims);
    }

    @Override
    protected void compute(Compute c) {
        long[] begin = c.integers(1);
        Shape out = sliced(c.shape(0), begin, c.integers(2));
        int[] from = Strides.block(c.shape(0), begin, Strides.ones(begin.length), out);
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), out);
        for (int i = 0; i < from.length; i++) {
            x.copy(from[i], y, i);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor begin = c.constant(1);
        if (begin == null) {
            return false;
        }
        int[] ones = new int[c.shape(0).rank()];
        java.util.Arrays.fill(ones, 1);
        c.output(0, c.slice(c.input(0), Constants.ints(begin), c.outputShape(0).intDims(), ones));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output x = b.input(0);
        Output begin = b.input(1);
        Output shape =
                tf.op("Shape").input(x).attr("out_type", begin.dtype()).add().output(0);
        Output size = tf.op("Shape")
                .input(b.output(0))
                .attr("out_type", begin.dtype())
                .add()
                .output(0);
        Output after = tf.call("Sub", tf.call("Sub", shape, size), begin);
        Output paddings = tf.op("Pack")
                .inputs(java.util.List.of(begin, after))
                .attr("axis", 1)
                .add()
                .output(0);
        b.dx(0, tf.call("Pad", b.dy(0), paddings));
    }
}
