package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.Lowering;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.family.ComplexFunctions;
import io.leat.tensor.raw.Elements;

/** Running products along an axis. Integers wrap. */
@OpSpec("Cumprod(x: T, axis: Tidx) -> (out: T); exclusive: bool = false; reverse: bool = false; "
        + "T: numbertype; Tidx: {int32, int64} = DT_INT32")
public final class Cumprod extends Cumulation {
    @Endpoint("math.cumprod")
    public static Output of(Ops tf, Operand x, Operand axis) {
        return of(tf, x, axis, false, false);
    }

    @Endpoint("math.cumprod")
    public static Output of(Ops tf, Operand x, Operand axis, boolean exclusive, boolean reverse) {
        return of(tf, "Cumprod", x, axis, exclusive, reverse);
    }

    @Override
    protected void line(Elements x, Elements y, int from, int step, int n, boolean exclusive) {
        long integer = 1;
        double[] product = ComplexFunctions.of(1, 0);
        for (int i = 0, at = from; i < n; i++, at += step) {
            if (x.dtype().isInteger()) {
                long before = integer;
                integer *= x.integer(at);
                y.setInteger(at, exclusive ? before : integer);
            } else {
                double[] before = product;
                product = x.dtype().isComplex()
                        ? ComplexFunctions.multiply(product, ComplexFunctions.of(x.real(at), x.imag(at)))
                        : ComplexFunctions.of(product[0] * x.real(at), 0);
                y.set(at, exclusive ? before[0] : product[0], exclusive ? before[1] : product[1]);
            }
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        return lowerToScan(c, true);
    }

    /** As TensorFlow's: 0 for elements that are 0. */
    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        boolean exclusive = b.attrs().bool("exclusive");
        boolean reverse = b.attrs().bool("reverse");
        Output products = of(tf, b.input(0), b.input(1), exclusive, reverse);
        Output weighted = tf.call("Mul", products, b.dy(0));
        Output sums = Cumsum.of(tf, weighted, b.input(1), exclusive, !reverse);
        b.dx(0, tf.call("DivNoNan", sums, b.input(0)));
    }
}
