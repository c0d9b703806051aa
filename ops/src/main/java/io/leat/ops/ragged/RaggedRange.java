package io.leat.ops.ragged;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.List;

/**
 * The ranges {@code starts[i], starts[i] + deltas[i], ...} below {@code limits[i]}, or above it where the delta is
 * negative, as the rows of a ragged tensor: row splits [n + 1] and values. Inputs are vectors [n] or scalars, which serve
 * for all rows.
 */
@OpSpec("RaggedRange(starts: T, limits: T, deltas: T) -> (rt_nested_splits: Tsplits, rt_dense_values: T); "
        + "T: {bfloat16, float, double, int32, int64} = int32; Tsplits: {int32, int64} = int64")
public final class RaggedRange extends Op {
    private static final List<String> NAMES = List.of("starts", "limits", "deltas");

    /** The values and splits of the ranges; splits are int64. */
    @Endpoint("ragged.range")
    public static Node of(Ops tf, Operand starts, Operand limits, Operand deltas) {
        return tf.op("RaggedRange").input(starts).input(limits).input(deltas).add();
    }

    /** The values of the ranges with delta 1 from {@code starts} to {@code limits}, one after another. */
    static Output values(Ops tf, Output starts, Output limits) {
        Output one = tf.op("Cast")
                .input(tf.constant(1))
                .attr("DstT", starts.dtype())
                .add()
                .output(0);
        return tf.op("RaggedRange").input(starts).input(limits).input(one).add().output(1);
    }

    @Override
    protected void infer(Inference c) {
        long rows = Shape.ANY;
        boolean scalars = true;
        for (int i = 0; i < 3; i++) {
            Shape s = c.shape(i).withRankAtMost(1);
            scalars &= s.isScalar();
            if (s.rank() == 1) {
                rows = merge(rows, s.dim(0));
            }
        }
        c.output(0, Shape.of(scalars ? 2 : rows == Shape.ANY ? Shape.ANY : rows + 1));
        c.output(1, Shape.of(Shape.ANY));
    }

    private static long merge(long a, long b) {
        if (a >= 0 && b >= 0 && a != b) {
            throw new InvalidArgumentException("starts, limits, and deltas must have the same shape");
        }
        return Math.max(a, b);
    }

    private static int rows(Compute c) {
        long rows = Shape.ANY;
        for (int i = 0; i < 3; i++) {
            Shape s = c.shape(i);
            if (s.rank() > 1) {
                throw new InvalidArgumentException(NAMES.get(i) + " must be a scalar or vector");
            }
            if (s.rank() == 1) {
                rows = merge(rows, s.dim(0));
            }
        }
        return rows < 0 ? 1 : (int) rows;
    }

    private static int at(Elements e, int row) {
        return e.shape().isScalar() ? 0 : row;
    }

    @Override
    protected void compute(Compute c) {
        int rows = rows(c);
        Elements starts = Elements.of(c.input(0));
        Elements limits = Elements.of(c.input(1));
        Elements deltas = Elements.of(c.input(2));
        long[] splits = new long[rows + 1];
        for (int r = 0; r < rows; r++) {
            long n = count(starts, at(starts, r), limits, at(limits, r), deltas, at(deltas, r));
            splits[r + 1] = splits[r] + n;
            if (splits[r + 1] > Integer.MAX_VALUE) {
                throw new InvalidArgumentException("The ranges have more than 2^31 - 1 elements");
            }
        }
        Elements out = Elements.allocate(c.outputDType(1), Shape.of(splits[rows]));
        for (int r = 0; r < rows; r++) {
            fill(out, (int) splits[r], (int) splits[r + 1], starts, at(starts, r), deltas, at(deltas, r));
        }
        c.output(0, Splits.tensor(c.outputDType(0), splits));
        c.output(1, out.tensor());
    }

    private static long count(Elements starts, int s, Elements limits, int l, Elements deltas, int d) {
        if (deltas.real(d) == 0) {
            throw new InvalidArgumentException("Requires delta != 0");
        }
        boolean rising = deltas.real(d) > 0;
        int order = limits.compare(l, starts, s);
        if (rising ? order < 0 : order > 0) {
            return 0;
        }
        if (starts.dtype().isInteger()) {
            long way = Math.abs(limits.integer(l) - starts.integer(s));
            long step = Math.abs(deltas.integer(d));
            return Long.divideUnsigned(way, step) + (Long.remainderUnsigned(way, step) == 0 ? 0 : 1);
        }
        double steps = starts.dtype() == DType.FLOAT64
                ? (limits.real(l) - starts.real(s)) / deltas.real(d)
                : ((float) limits.real(l) - (float) starts.real(s)) / (float) deltas.real(d);
        double n = Math.ceil(Math.abs(steps));
        if (!(n <= Integer.MAX_VALUE)) {
            throw new InvalidArgumentException("Requires ((limit - start) / delta) <= " + Integer.MAX_VALUE);
        }
        return (long) n;
    }

    /** Adds the delta again and again, rounding each time. */
    private static void fill(Elements out, int from, int to, Elements starts, int s, Elements deltas, int d) {
        for (int i = from; i < to; i++) {
            if (i == from) {
                starts.copy(s, out, i);
            } else if (out.dtype().isInteger()) {
                out.setInteger(i, out.integer(i - 1) + deltas.integer(d));
            } else {
                out.set(i, out.real(i - 1) + deltas.real(d));
            }
        }
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
