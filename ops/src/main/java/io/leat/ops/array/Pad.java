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
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;

/** The input surrounded by zeros: {@code paddings[i]} are the numbers in front of and behind dimension i. */
@OpSpec("Pad(input: T, paddings: Tpaddings) -> (output: T); T: type; Tpaddings: {int32, int64} = DT_INT32")
public final class Pad extends Op {
    @Endpoint("pad")
    public static Output of(Ops tf, Operand input, Operand paddings) {
        return tf.call("Pad", input, paddings);
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        long[] paddings = c.integers(1);
        if (paddings != null && in.hasRank()) {
            c.output(0, padded(in, paddings));
        } else if (in.hasRank()) {
            c.output(0, Shape.ofRank(in.rank()));
        } else if (c.shape(1).rank() == 2 && c.shape(1).dim(0) >= 0) {
            c.output(0, Shape.ofRank((int) c.shape(1).dim(0)));
        }
    }

    /** The shape after padding by pairs of numbers. */
    static Shape padded(Shape in, long[] paddings) {
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
            dims[i] = dims[i] == Shape.ANY
                    ? Shape.ANY
                    : Math.addExact(dims[i], Math.addExact(paddings[2 * i], paddings[2 * i + 1]));
        }
        return Shape.of(dims);
    }

    /** Writes {@code x} into {@code y}, which is larger by {@code paddings}. */
    static void place(Elements x, Elements y, long[] paddings) {
        long[] inStrides = x.shape().strides();
        long[] outStrides = y.shape().strides();
        for (int i = 0; i < x.size(); i++) {
            long to = 0;
            long rest = i;
            for (int d = 0; d < inStrides.length; d++) {
                to += (rest / inStrides[d] + paddings[2 * d]) * outStrides[d];
                rest %= inStrides[d];
            }
            x.copy(i, y, (int) to);
        }
    }

    @Override
    protected void compute(Compute c) {
        long[] paddings = c.integers(1);
        Elements y = Elements.allocate(c.outputDType(0), padded(c.shape(0), paddings));
        place(Elements.of(c.input(0)), y, paddings);
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
        c.output(0, c.pad(c.input(0), c.constant(Raw.allocate(t, Shape.SCALAR)), before, c.outputShape(0)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output x = b.input(0);
        Output paddings = b.input(1);
        Output rank = tf.call("Rank", x);
        Output size = tf.op("Pack")
                .inputs(java.util.List.of(rank, tf.constant(1)))
                .add()
                .output(0);
        Output zeros = tf.constant(0, 0);
        Output before = tf.call(
                "Reshape",
                tf.call(
                        "Slice",
                        paddings,
                        paddings.dtype() == DType.INT32 ? zeros : tf.constant(0L, 0L),
                        paddings.dtype() == DType.INT32
                                ? size
                                : tf.op("Cast")
                                        .input(size)
                                        .attr("DstT", DType.INT64)
                                        .add()
                                        .output(0)),
                tf.constant(new int[] {-1}));
        Output shape =
                tf.op("Shape").input(x).attr("out_type", paddings.dtype()).add().output(0);
        b.dx(0, tf.call("Slice", b.dy(0), before, shape));
    }
}
