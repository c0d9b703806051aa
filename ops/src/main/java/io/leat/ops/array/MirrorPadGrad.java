package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/** The gradient of {@code MirrorPad}: what was reflected into the padding is added where it came from. */
@OpSpec("MirrorPadGrad(input: T, paddings: Tpaddings) -> (output: T); T: type; "
        + "Tpaddings: {int32, int64} = DT_INT32; mode: {'REFLECT', 'SYMMETRIC'}")
public final class MirrorPadGrad extends Op {
    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        Shape pairs = Padding.pairs(c);
        long[] paddings = c.integers(1);
        if (in.hasRank() && paddings != null) {
            c.output(0, Mirrors.of(c.attrs(), paddings).inside(in));
        } else if (in.hasRank() || pairs.dim(0) != Shape.ANY) {
            c.output(0, Shape.ofRank(in.hasRank() ? in.rank() : (int) pairs.dim(0)));
        }
    }

    /** Folds one dimension after the other: first what lies in front, then what lies behind. */
    @Override
    protected void compute(Compute c) {
        Mirrors m = Mirrors.of(c.attrs(), c.integers(1));
        Shape inside = m.inside(c.shape(0));
        Tensor x = c.input(0);
        for (int d = 0; d < inside.rank(); d++) {
            x = fold(m, x, d, (int) inside.dim(d));
        }
        c.output(0, x);
    }

    private static Tensor fold(Mirrors m, Tensor x, int d, int size) {
        Shape in = x.shape();
        int outer = (int) in.slice(0, d).size();
        int inner = (int) in.from(d + 1).size();
        int n = (int) in.dim(d);
        int before = (int) m.before(d);
        Elements from = Elements.of(x);
        Elements y = Elements.allocate(x.dtype(), in.withDim(d, size));
        for (int o = 0; o < outer; o++) {
            from.copyRange((o * n + before) * inner, y, o * size * inner, size * inner);
            for (int i = 0; i < n; i++) {
                int to = (o * size + (int) m.source(d, i, size)) * inner;
                for (int k = 0; k < inner && (i < before || i >= before + size); k++) {
                    add(y, to + k, from, (o * n + i) * inner + k);
                }
            }
        }
        return y.tensor();
    }

    private static void add(Elements y, int i, Elements x, int j) {
        DType t = y.dtype();
        if (t.isComplex() || t.isFloating()) {
            y.set(i, y.real(i) + x.real(j), y.imag(i) + x.imag(j));
        } else {
            y.setInteger(i, y.integer(i) + x.integer(j));
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor paddings = c.constant(1);
        if (paddings == null || !Scalar.supports(c.dtype(0)) || c.outputShape(0).size() == 0) {
            return false;
        }
        Mirrors m = Mirrors.of(c.attrs(), Constants.integers(paddings));
        Value x = c.input(0);
        for (int d = 0; d < x.shape().rank(); d++) {
            int before = (int) m.before(d);
            int after = (int) m.after(d);
            int size = (int) x.shape().dim(d) - before - after;
            if (before + after == 0) {
                continue;
            }
            Value y = Stretch.of(c, x, d, before, size, 1);
            y = plus(c, y, d, m.skip(), before, Stretch.of(c, x, d, before - 1, before, -1));
            int end = before + size + after - 1;
            y = plus(c, y, d, size - m.skip() - after, after, Stretch.of(c, x, d, end, after, -1));
            x = y;
        }
        c.output(0, x);
        return true;
    }

    /** {@code y} with {@code part} added to {@code count} slices from {@code begin} on. */
    private static Value plus(Lowering c, Value y, int d, int begin, int count, Value part) {
        if (count == 0) {
            return y;
        }
        DType t = y.dtype();
        Value sum = c.map(Scalar.input(0, t).plus(Scalar.input(1, t)), Stretch.of(c, y, d, begin, count, 1), part);
        int behind = (int) y.shape().dim(d) - begin - count;
        List<Value> parts = new ArrayList<>();
        if (begin > 0) {
            parts.add(Stretch.of(c, y, d, 0, begin, 1));
        }
        parts.add(sum);
        if (behind > 0) {
            parts.add(Stretch.of(c, y, d, begin + count, behind, 1));
        }
        return parts.size() == 1 ? sum : c.concat(d, parts);
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(
                0,
                b.tf().op("MirrorPad")
                        .input(b.dy(0))
                        .input(b.input(1))
                        .attr("mode", b.attrs().text("mode"))
                        .add()
                        .output(0));
    }
}
