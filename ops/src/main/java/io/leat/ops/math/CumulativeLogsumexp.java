package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.raw.Elements;

/** Running {@code log(exp(x0) + exp(x1) + …)} along an axis, without overflow; of nothing -∞. */
@OpSpec("CumulativeLogsumexp(x: T, axis: Tidx) -> (out: T); exclusive: bool = false; reverse: bool = false; "
        + "T: {bfloat16, half, float, double}; Tidx: {int32, int64} = DT_INT32")
public final class CumulativeLogsumexp extends Cumulation {
    @Endpoint("math.cumulativeLogsumexp")
    public static Output of(Ops tf, Operand x, Operand axis, boolean exclusive, boolean reverse) {
        return of(tf, "CumulativeLogsumexp", x, axis, exclusive, reverse);
    }

    @Override
    protected void line(Elements x, Elements y, int from, int step, int n, boolean exclusive) {
        double state = Double.NEGATIVE_INFINITY;
        for (int i = 0, at = from; i < n; i++, at += step) {
            double before = state;
            double v = x.real(at);
            double most = Math.max(state, v);
            double least = Math.min(state, v);
            state = least == Double.NEGATIVE_INFINITY || most == Double.POSITIVE_INFINITY
                    ? most
                    : most + Math.log1p(Math.exp(least - most));
            y.set(at, exclusive ? before : state);
        }
    }

    /** Positive and negative gradients separately, in logarithms, as TensorFlow does. */
    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output dy = b.dy(0);
        Output zero = tf.constant(0, dy.dtype());
        Output positive = part(b, tf.call("Greater", dy, zero), dy);
        Output negative = part(b, tf.call("Less", dy, zero), tf.call("Neg", dy));
        b.dx(0, tf.call("Sub", positive, negative));
    }

    private static Output part(Backprop b, Output chosen, Output weights) {
        Ops tf = b.tf();
        Output x = b.input(0);
        Output lowest = tf.constant(-Extremes.greatest(x.dtype()), x.dtype());
        Output log = tf.call("Log", tf.call("SelectV2", chosen, weights, tf.constant(1, x.dtype())));
        Output terms = tf.call("SelectV2", chosen, tf.call("Sub", log, b.output(0)), lowest);
        boolean exclusive = b.attrs().bool("exclusive");
        Output sums = of(tf, terms, b.input(1), exclusive, !b.attrs().bool("reverse"));
        return tf.call("Exp", tf.call("AddV2", sums, x));
    }
}
