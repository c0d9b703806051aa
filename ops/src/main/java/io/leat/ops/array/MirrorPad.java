package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Value;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/** The input surrounded by its own reflection: mode REFLECT does not repeat the outermost elements, SYMMETRIC does. */
@OpSpec("MirrorPad(input: T, paddings: Tpaddings) -> (output: T); T: type; Tpaddings: {int32, int64} = DT_INT32; "
        + "mode: {'REFLECT', 'SYMMETRIC'}")
public final class MirrorPad extends Op {
    @Endpoint("mirrorPad")
    public static Output of(Ops tf, Operand input, Operand paddings, String mode) {
        return tf.op("MirrorPad")
                .input(input)
                .input(paddings)
                .attr("mode", mode)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        Shape pairs = Padding.pairs(c);
        long[] paddings = c.integers(1);
        if (in.hasRank() && paddings != null) {
            c.output(0, Mirrors.of(c.attrs(), paddings).padded(in));
        } else if (in.hasRank() || pairs.dim(0) != Shape.ANY) {
            c.output(0, Shape.ofRank(in.hasRank() ? in.rank() : (int) pairs.dim(0)));
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        Mirrors m = Mirrors.of(c.attrs(), c.integers(1));
        Shape out = m.padded(in);
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), out);
        long[] from = in.strides();
        long[] to = out.strides();
        for (int i = 0; i < y.size(); i++) {
            long at = 0;
            long rest = i;
            for (int d = 0; d < to.length; d++) {
                at += m.source(d, rest / to[d], in.dim(d)) * from[d];
                rest %= to[d];
            }
            x.copy((int) at, y, i);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor paddings = c.constant(1);
        if (paddings == null || c.outputShape(0).size() == 0) {
            return false;
        }
        Mirrors m = Mirrors.of(c.attrs(), Constants.integers(paddings));
        Value x = c.input(0);
        for (int d = 0; d < x.shape().rank(); d++) {
            int n = (int) x.shape().dim(d);
            int before = (int) m.before(d);
            int after = (int) m.after(d);
            List<Value> parts = new ArrayList<>();
            if (before > 0) {
                parts.add(Stretch.of(c, x, d, before - 1 + m.skip(), before, -1));
            }
            parts.add(x);
            if (after > 0) {
                parts.add(Stretch.of(c, x, d, n - 1 - m.skip(), after, -1));
            }
            x = parts.size() == 1 ? x : c.concat(d, parts);
        }
        c.output(0, x);
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(
                0,
                b.tf().op("MirrorPadGrad")
                        .input(b.dy(0))
                        .input(b.input(1))
                        .attr("mode", b.attrs().text("mode"))
                        .add()
                        .output(0));
    }
}
