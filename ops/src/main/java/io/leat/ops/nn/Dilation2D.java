package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.raw.Elements;

/**
 * Grey-scale dilation, {@code output[b, y, x, c] = max(input[b, y * stride + i * rate - padding, x * stride + j * rate -
 * padding, c] + filter[i, j, c])}. Input [batch, height, width, channels], filter [height, width, channels].
 */
@OpSpec("Dilation2D(input: T, filter: T) -> (output: T); T: realnumbertype; strides: list(int) >= 4; rates: "
        + "list(int) >= 4; padding: {'SAME', 'VALID'}")
public final class Dilation2D extends Op {
    /** With strides and rates for all four dimensions; {@code padding} is SAME or VALID. */
    @Endpoint("nn.dilation2d")
    public static Output of(Ops tf, Operand input, Operand filter, long[] strides, long[] rates, String padding) {
        return tf.op("Dilation2D")
                .input(input)
                .input(filter)
                .attr("strides", strides)
                .attr("rates", rates)
                .attr("padding", padding)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, Dilation.output(name(), c.attrs(), c.shape(0, 4), c.shape(1, 3)));
    }

    @Override
    protected void compute(Compute c) {
        Dilation d = Dilation.of(name(), c.attrs(), c.shape(0), c.shape(1));
        Elements x = Elements.of(c.input(0));
        Elements f = Elements.of(c.input(1));
        Elements y = Elements.allocate(x.dtype(), d.output());
        int[][] from = d.greatest(x, f);
        for (int o = 0; o < y.size(); o++) {
            int i = from[0][o];
            if (i < 0) {
                Lowest.of(x.dtype()).copy(0, y, o);
            } else if (x.dtype().isFloating()) {
                y.set(o, x.real(i) + f.real(from[1][o]));
            } else {
                y.setInteger(o, x.integer(i) + f.integer(from[1][o]));
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, grad(b, "Dilation2DBackpropInput"));
        b.dx(1, grad(b, "Dilation2DBackpropFilter"));
    }

    private static Output grad(Backprop b, String op) {
        return b.tf().op(op)
                .input(b.input(0))
                .input(b.input(1))
                .input(b.dy(0))
                .attrs(b.attrs())
                .add()
                .output(0);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(1);
    }
}
