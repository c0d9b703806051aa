package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Quantised tensors joined along a dimension, in a range that holds those of all and 0. */
@OpSpec("QuantizedConcat(concat_dim: int32, values: N * T, input_mins: N * float, input_maxes: N * float) -> "
        + "(output: T, output_min: float, output_max: float); N: int >= 2; T: type")
public final class QuantizedConcat extends QuantizedOp {
    private static int count(int inputs) {
        return (inputs - 1) / 3;
    }

    @Override
    protected void infer(Inference c) {
        int n = count(c.inputs());
        c.shape(0, 0);
        ranges(c, 1 + n);
        Shape all = c.shape(1);
        Long axis = c.integer(0);
        for (int i = 1; i <= n; i++) {
            Shape s = c.shape(i);
            if (!all.hasRank() || !s.hasRank() || axis == null) {
                all = all.hasRank() ? Shape.ofRank(all.rank()) : s.hasRank() ? Shape.ofRank(s.rank()) : all;
                continue;
            }
            int d = axis(axis, all.rank());
            s.withRank(all.rank());
            if (i > 1) {
                long sum = all.dim(d) == Shape.ANY || s.dim(d) == Shape.ANY ? Shape.ANY : all.dim(d) + s.dim(d);
                all = all.withDim(d, Shape.ANY).merge(s.withDim(d, Shape.ANY)).withDim(d, sum);
            }
        }
        c.output(0, all);
    }

    private static int axis(long axis, int rank) {
        if (axis < 0 || axis >= rank) {
            throw new InvalidArgumentException(
                    "ConcatOp : Expected concatenating dimensions in the range [0, " + rank + "), but got " + axis);
        }
        return (int) axis;
    }

    @Override
    protected void compute(Compute c) {
        int n = count(c.inputs());
        QuantizedRange[] ranges = new QuantizedRange[n];
        float min = 0;
        float max = -Float.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            float low = QuantizedRange.scalar(c, 1 + n + i, "input_mins");
            float high = QuantizedRange.scalar(c, 1 + 2 * n + i, "input_maxes");
            ranges[i] = new QuantizedRange(c.outputDType(0), low, high);
            min = Math.min(min, low);
            max = Math.max(max, high);
        }
        if (QuantizedRange.isSigned(c.outputDType(0))) {
            max = Math.max(Math.abs(min), Math.abs(max));
            min = -max;
        }
        var out = new QuantizedRange(c.outputDType(0), min, max);
        join(c, n, ranges, out);
        range(c, out);
    }

    private static void join(Compute c, int n, QuantizedRange[] ranges, QuantizedRange out) {
        Shape first = c.shape(1);
        if (c.input(0).size() != 1) {
            throw new InvalidArgumentException(
                    "Concat dim tensor should be a scalar integer, but got shape " + c.shape(0));
        }
        int axis = axis(c.integers(0)[0], first.rank());
        long total = 0;
        for (int i = 1; i <= n; i++) {
            Shape s = c.shape(i);
            if (s.rank() != first.rank() || !s.withDim(axis, 0).equals(first.withDim(axis, 0))) {
                throw new InvalidArgumentException("ConcatOp : Dimensions of inputs should match: shape[0] = " + first
                        + " vs. shape[" + (i - 1) + "] = " + s);
            }
            total += s.dim(axis);
        }
        Shape shape = first.withDim(axis, total);
        Elements y = Elements.allocate(out.dtype(), shape);
        int inner = Math.toIntExact(shape.from(axis + 1).size());
        int outer = Math.toIntExact(shape.slice(0, axis).size());
        int at = 0;
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < n; i++) {
                Elements x = Elements.of(c.input(1 + i));
                int block = (int) x.shape().dim(axis) * inner;
                boolean same = ranges[i].equals(out);
                for (int e = o * block; e < (o + 1) * block; e++) {
                    long level = x.integer(e);
                    y.setInteger(at++, same ? level : out.toLevelByFloats(ranges[i].toFloatByFloats(level)));
                }
            }
        }
        c.output(0, y.tensor());
    }
}
