package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.Lowering;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.raw.Elements;

/** Running sums along an axis. Integers wrap. */
@OpSpec("Cumsum(x: T, axis: Tidx) -> (out: T); exclusive: bool = false; reverse: bool = false; "
        + "T: numbertype; Tidx: {int32, int64} = DT_INT32")
public final class Cumsum extends Cumulation {
    @Endpoint("math.cumsum")
    public static Output of(Ops tf, Operand x, Operand axis) {
        return of(tf, x, axis, false, false);
    }

    @Endpoint("math.cumsum")
    public static Output of(Ops tf, Operand x, Operand axis, boolean exclusive, boolean reverse) {
        return of(tf, "Cumsum", x, axis, exclusive, reverse);
    }

    @Override
    protected void line(Elements x, Elements y, int from, int step, int n, boolean exclusive) {
        long integer = 0;
        double re = 0;
        double im = 0;
        for (int i = 0, at = from; i < n; i++, at += step) {
            long integerBefore = integer;
            double reBefore = re;
            double imBefore = im;
            if (x.dtype().isInteger()) {
                integer += x.integer(at);
                y.setInteger(at, exclusive ? integerBefore : integer);
            } else {
                re += x.real(at);
                im += x.imag(at);
                y.set(at, exclusive ? reBefore : re, exclusive ? imBefore : im);
            }
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        return lowerToScan(c, false);
    }

    @Override
    protected void gradient(Backprop b) {
        boolean exclusive = b.attrs().bool("exclusive");
        b.dx(0, of(b.tf(), b.dy(0), b.input(1), exclusive, !b.attrs().bool("reverse")));
    }
}
