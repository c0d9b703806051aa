package io.leat.ops.quantization;

import io.leat.graph.Accuracy;
import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** What a float32 becomes when it is quantised to {@code num_bits} and back; the output has the shape of the input. */
abstract sealed class FakeQuantForward extends Op
        permits FakeQuantWithMinMaxArgs, FakeQuantWithMinMaxVars, FakeQuantWithMinMaxVarsPerChannel {
    private final FakeQuantKind kind;

    FakeQuantForward(FakeQuantKind kind) {
        this.kind = kind;
    }

    @Override
    protected final void infer(Inference c) {
        if (kind != FakeQuantKind.ATTRIBUTES) {
            int rank = kind == FakeQuantKind.SCALARS ? 0 : 1;
            c.shape(1, rank);
            c.shape(2, rank);
        }
        c.output(0, c.shape(0));
    }

    /** The number of ranges that x needs. */
    static int channels(Shape x, FakeQuantKind kind) {
        if (kind != FakeQuantKind.CHANNELS) {
            return 1;
        }
        if (x.rank() == 0) {
            throw new InvalidArgumentException("inputs must be at least rank 1 but is rank 0");
        }
        return (int) x.dim(x.rank() - 1);
    }

    @Override
    protected final void compute(Compute c) {
        Elements x = Elements.of(c.input(0));
        FakeQuantRange[] ranges = FakeQuantRange.of(c, 1, kind, channels(x.shape(), kind));
        Elements y = Elements.allocate(x.dtype(), x.shape());
        for (int i = 0; i < x.size(); i++) {
            y.set(i, ranges[i % ranges.length].quantise((float) x.real(i)));
        }
        c.output(0, y.tensor());
    }

    @Override
    protected final boolean lower(Lowering c) {
        if (!FakeQuantLowering.fits(c, 0, 1, kind)) {
            return false;
        }
        c.output(0, FakeQuantLowering.of(c, 1, kind).quantise(c, c.input(0)));
        return true;
    }

    @Override
    protected final void gradient(Backprop b) {
        Attrs a = b.attrs();
        var node = b.tf().op(name() + "Gradient").input(b.dy(0)).input(b.input(0));
        if (kind != FakeQuantKind.ATTRIBUTES) {
            node.input(b.input(1)).input(b.input(2));
        }
        Node g = node.attrs(a).add();
        for (int i = 0; i < g.outputCount(); i++) {
            b.dx(i, g.output(i));
        }
    }

    @Override
    public final Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
