package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ReduceKind;
import io.leat.ir.Value;
import io.leat.ops.family.Broadcast;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/** The sum over all dimensions but that of the channels: what biases get from the gradient of {@code BiasAdd}. */
@OpSpec("BiasAddGrad(out_backprop: T) -> (output: T); T: numbertype; data_format: {'NHWC', 'NCHW'} = 'NHWC'")
public final class BiasAddGrad extends Op {
    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        if (!in.hasRank()) {
            c.output(0, Shape.ofRank(1));
            return;
        }
        in.withRankAtLeast(BiasAxis.isSecond(c.attrs()) ? 3 : 2);
        c.output(0, Shape.of(in.dim(BiasAxis.of(c.attrs(), in.rank()))));
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        if (in.rank() < 2) {
            throw new InvalidArgumentException("Input tensor must be at least 2D: " + in);
        }
        int channels = (int) in.dim(BiasAxis.of(c.attrs(), in.rank()));
        int[] channel = Broadcast.indices(BiasAxis.spread(c.attrs(), in.rank(), channels), in);
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), Shape.of(channels));
        double[] re = new double[channels];
        double[] im = new double[channels];
        long[] whole = new long[channels];
        for (int i = 0; i < channel.length; i++) {
            if (x.dtype().isInteger()) {
                whole[channel[i]] += x.integer(i);
            } else {
                re[channel[i]] += x.real(i);
                im[channel[i]] += x.imag(i);
            }
        }
        for (int j = 0; j < channels; j++) {
            if (x.dtype().isInteger()) {
                y.setInteger(j, whole[j]);
            } else {
                y.set(j, re[j], im[j]);
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        DType t = c.dtype(0);
        DType wide = Precision.wide(t);
        if (wide != DType.FLOAT32 && wide != DType.FLOAT64 && t != DType.INT32 && t != DType.INT64) {
            return false;
        }
        int[] axes = BiasAxis.others(c.attrs(), c.shape(0).rank());
        Value sum = c.reduce(ReduceKind.SUM, Precision.widen(c, c.input(0)), axes, false);
        c.output(0, Precision.cast(c, sum, t));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output x = b.input(0);
        Output g = b.dy(0);
        Output shape = tf.call("Shape", x);
        if (BiasAxis.isSecond(b.attrs())) {
            if (!x.shape().hasRank()) {
                throw b.unsupported("the rank of its input must be known with data_format NCHW");
            }
            int[] dims = new int[x.shape().rank() - 1];
            Arrays.fill(dims, 1);
            dims[0] = -1;
            g = tf.call("Reshape", g, tf.constant(dims));
        }
        b.dx(0, tf.call("BroadcastTo", g, shape));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
