package io.leat.ops.quantization;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.ir.ReduceKind;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.stream.IntStream;

/**
 * The gradient of a fake quantisation, that of {@code inputs} where they lie in the range; those of {@code min} and
 * {@code max} are the sums of what lies below and above.
 */
abstract sealed class FakeQuantGradient extends Op
        permits FakeQuantWithMinMaxArgsGradient,
                FakeQuantWithMinMaxVarsGradient,
                FakeQuantWithMinMaxVarsPerChannelGradient {
    private final FakeQuantKind kind;

    FakeQuantGradient(FakeQuantKind kind) {
        this.kind = kind;
    }

    @Override
    protected final void infer(Inference c) {
        c.output(0, c.shape(0).merge(c.shape(1)));
        if (kind != FakeQuantKind.ATTRIBUTES) {
            int rank = kind == FakeQuantKind.SCALARS ? 0 : 1;
            c.output(1, c.shape(2, rank));
            c.output(2, c.shape(3, rank));
        }
    }

    @Override
    protected final void compute(Compute c) {
        if (!c.shape(0).equals(c.shape(1))) {
            throw new InvalidArgumentException("gradient and input must be the same size");
        }
        Elements g = Elements.of(c.input(0));
        Elements x = Elements.of(c.input(1));
        FakeQuantRange[] ranges = FakeQuantRange.of(c, 2, kind, FakeQuantForward.channels(x.shape(), kind));
        Elements dx = Elements.allocate(x.dtype(), x.shape());
        double[] below = new double[ranges.length];
        double[] above = new double[ranges.length];
        for (int i = 0; i < x.size(); i++) {
            int r = i % ranges.length;
            float value = (float) x.real(i);
            boolean passes = ranges[r].passes(value);
            dx.set(i, passes ? g.real(i) : 0);
            if (!passes && value < ranges[r].min()) {
                below[r] += g.real(i);
            } else if (!passes && value > ranges[r].max()) {
                above[r] += g.real(i);
            }
        }
        c.output(0, dx.tensor());
        if (kind != FakeQuantKind.ATTRIBUTES) {
            output(c, 1, below);
            output(c, 2, above);
        }
    }

    private static void output(Compute c, int i, double[] values) {
        Elements e = Elements.allocate(DType.FLOAT32, c.shape(i + 1));
        for (int k = 0; k < values.length; k++) {
            e.set(k, values[k]);
        }
        c.output(i, e.tensor());
    }

    @Override
    protected final boolean lower(Lowering c) {
        if (!c.shape(0).equals(c.shape(1)) || !FakeQuantLowering.fits(c, 1, 2, kind)) {
            return false;
        }
        FakeQuantLowering range = FakeQuantLowering.of(c, 2, kind);
        Value g = c.input(0);
        Value x = c.input(1);
        c.output(0, range.pass(c, g, x, 0));
        if (kind != FakeQuantKind.ATTRIBUTES) {
            Shape s = c.shape(0);
            int[] axes = IntStream.range(0, kind == FakeQuantKind.SCALARS ? s.rank() : s.rank() - 1)
                    .toArray();
            c.output(1, c.reduce(ReduceKind.SUM, range.pass(c, g, x, -1), axes, false));
            c.output(2, c.reduce(ReduceKind.SUM, range.pass(c, g, x, 1), axes, false));
        }
        return true;
    }

    /** Its Python has none. */
    @Override
    protected final void gradient(io.leat.graph.Backprop b) {
        // not differentiable
    }

    @Override
    public final Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
