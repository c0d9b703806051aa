package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.ops.family.Strides;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Ops that reverse some dimensions. */
abstract class Reversal extends Op {
    static Tensor reversed(Tensor x, boolean[] axes) {
        Shape s = x.shape();
        long[] begin = new long[axes.length];
        long[] strides = Strides.ones(axes.length);
        for (int d = 0; d < axes.length; d++) {
            if (axes[d]) {
                begin[d] = s.dim(d) - 1;
                strides[d] = -1;
            }
        }
        int[] from = Strides.block(s, begin, strides, s);
        Elements e = Elements.of(x);
        Elements y = Elements.allocate(x.dtype(), s);
        for (int i = 0; i < from.length; i++) {
            e.copy(from[i], y, i);
        }
        return y.tensor();
    }

    static boolean lower(Lowering c, boolean[] axes) {
        Shape s = c.shape(0);
        if (s.size() == 0) {
            return false;
        }
        int[] begin = new int[axes.length];
        int[] strides = new int[axes.length];
        boolean any = false;
        for (int d = 0; d < axes.length; d++) {
            begin[d] = axes[d] ? (int) s.dim(d) - 1 : 0;
            strides[d] = axes[d] ? -1 : 1;
            any |= axes[d];
        }
        c.output(0, any ? c.slice(c.input(0), begin, s.intDims(), strides) : c.input(0));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, b.tf().call(name(), b.dy(0), b.input(1)));
    }
}
