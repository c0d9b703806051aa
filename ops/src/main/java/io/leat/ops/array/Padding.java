package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Value;
import io.leat.ops.family.Sizes;
import io.leat.ops.family.Strides;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;

/** Ops that surround a tensor by a value. */
abstract class Padding extends Op {
    /** The shape of {@code paddings}, checked to be pairs. */
    static Shape pairs(Inference c) {
        Shape s = c.shape(1);
        if (s.hasRank() && (s.rank() != 2 || s.dim(1) != 2 && s.dim(1) != Shape.ANY)) {
            throw new InvalidArgumentException("paddings must be a matrix with 2 columns: " + s);
        }
        return s.hasRank() ? s : Shape.ofRank(2);
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        Shape pairs = pairs(c);
        if (c.inputs() > 2) {
            c.shape(2, 0);
        }
        long[] paddings = c.integers(1);
        if (paddings != null && in.hasRank()) {
            c.output(0, padded(in, paddings));
        } else if (in.hasRank() || pairs.dim(0) != Shape.ANY) {
            c.output(0, Shape.ofRank(in.hasRank() ? in.rank() : (int) pairs.dim(0)));
        }
    }

    /** The shape after padding by pairs of numbers. */
    private static Shape padded(Shape in, long[] paddings) {
        if (paddings.length != 2 * in.rank()) {
            throw new InvalidArgumentException("The first dimension of paddings must be the rank of inputs" + "["
                    + paddings.length / 2 + ",2] " + in);
        }
        long[] dims = in.dims();
        for (int i = 0; i < dims.length; i++) {
            if (paddings[2 * i] < 0 || paddings[2 * i + 1] < 0) {
                throw new InvalidArgumentException(
                        "Paddings must be non-negative: " + paddings[2 * i] + " " + paddings[2 * i + 1]);
            }
            dims[i] = Sizes.sum(dims[i], Sizes.sum(paddings[2 * i], paddings[2 * i + 1]));
        }
        return Shape.of(dims);
    }

    @Override
    protected void compute(Compute c) {
        long[] paddings = c.integers(1);
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), padded(c.shape(0), paddings));
        if (c.inputs() > 2) {
            Elements fill = Elements.of(c.input(2));
            for (int i = 0; i < y.size(); i++) {
                fill.copy(0, y, i);
            }
        }
        long[] begin = new long[paddings.length / 2];
        for (int i = 0; i < begin.length; i++) {
            begin[i] = paddings[2 * i];
        }
        int[] to = Strides.block(y.shape(), begin, Strides.ones(begin.length), x.shape());
        for (int i = 0; i < to.length; i++) {
            x.copy(i, y, to[i]);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor paddings = c.constant(1);
        DType t = c.dtype(0);
        if (paddings == null || t.storage() == DType.Storage.OBJECT) {
            return false;
        }
        long[] p = Constants.integers(paddings);
        int[] before = new int[p.length / 2];
        for (int i = 0; i < before.length; i++) {
            before[i] = Math.toIntExact(p[2 * i]);
        }
        Value fill = c.inputs() > 2 ? c.input(2) : c.constant(Raw.allocate(t, Shape.SCALAR));
        c.output(0, c.pad(c.input(0), fill, before, c.outputShape(0)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output x = b.input(0);
        Output paddings = b.input(1);
        Output first = tf.op("StridedSlice")
                .input(paddings)
                .input(tf.constant(0, 0))
                .input(tf.constant(0, 1))
                .input(tf.constant(1, 1))
                .attr("begin_mask", 1)
                .attr("end_mask", 1)
                .attr("shrink_axis_mask", 2)
                .add()
                .output(0);
        Output shape =
                tf.op("Shape").input(x).attr("out_type", paddings.dtype()).add().output(0);
        b.dx(0, tf.call("Slice", b.dy(0), first, shape));
    }
}
