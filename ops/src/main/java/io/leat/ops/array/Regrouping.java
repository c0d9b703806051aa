package io.leat.ops.array;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/** Ops that split dimensions, reorder them and join them again. */
abstract class Regrouping extends Op {
    /**
     * @param split the input's elements under more dimensions
     * @param permutation the order in which they follow in the output
     * @param out the output's shape
     */
    record Plan(Shape split, int[] permutation, Shape out) {}

    /** What to do with an input of known rank; of an unknown dimension only {@link Plan#out} is used. */
    abstract Plan plan(Shape in, Attrs attrs);

    /** The elements of {@code x} with its dimensions in another order. */
    static Tensor permuted(Tensor x, int... permutation) {
        long[] dims = new long[permutation.length];
        long[] steps = new long[permutation.length];
        long[] strides = x.shape().strides();
        for (int d = 0; d < dims.length; d++) {
            dims[d] = x.shape().dim(permutation[d]);
            steps[d] = strides[permutation[d]];
        }
        Shape shape = Shape.of(dims);
        long[] to = shape.strides();
        Elements from = Elements.of(x);
        Elements y = Elements.allocate(x.dtype(), shape);
        for (int i = 0; i < y.size(); i++) {
            long at = 0;
            long rest = i;
            for (int d = 0; d < dims.length; d++) {
                at += rest / to[d] * steps[d];
                rest %= to[d];
            }
            from.copy((int) at, y, i);
        }
        return y.tensor();
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0, 4);
        c.output(0, plan(in, c.attrs()).out());
    }

    @Override
    protected void compute(Compute c) {
        Plan p = plan(c.shape(0), c.attrs());
        c.output(0, permuted(c.input(0).reshape(p.split()), p.permutation()).reshape(p.out()));
    }

    @Override
    protected boolean lower(Lowering c) {
        Plan p = plan(c.shape(0), c.attrs());
        c.output(0, c.reshape(c.transpose(c.reshape(c.input(0), p.split()), p.permutation()), p.out()));
        return true;
    }

    /** Whether the channels are the last dimension. */
    static boolean channelsLast(Attrs attrs) {
        String format = attrs.text("data_format");
        if (format.equals("NCHW_VECT_C")) {
            throw new UnimplementedException("data_format NCHW_VECT_C is for qint8 on GPUs");
        }
        return format.equals("NHWC");
    }

    /** The gradient by the opposite op. */
    static void opposite(Backprop b, String op) {
        b.dx(
                0,
                b.tf().op(op)
                        .input(b.dy(0))
                        .attr("block_size", b.attrs().integer("block_size"))
                        .attr("data_format", b.attrs().text("data_format"))
                        .add()
                        .output(0));
    }
}
