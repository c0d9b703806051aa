package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/** For two shapes that broadcast: the axes along which the gradient of each has to be summed. */
@OpSpec("BroadcastGradientArgs(s0: T, s1: T) -> (r0: T, r1: T); T: {int32, int64} = DT_INT32")
public final class BroadcastGradientArgs extends Op {
    @Override
    protected void infer(Inference c) {
        long[] a = c.integers(0);
        long[] b = c.integers(1);
        if (a == null || b == null) {
            c.output(0, Shape.of(Shape.ANY));
            c.output(1, Shape.of(Shape.ANY));
            return;
        }
        for (int i = 0; i < 2; i++) {
            Tensor t = i == 0 ? axes(a, b, c.outputDType(i)) : axes(b, a, c.outputDType(i));
            c.output(i, t.shape());
            c.value(i, t);
        }
    }

    /** The axes of the broadcast shape along which {@code a} is repeated, or of size 1 on both sides. */
    private static Tensor axes(long[] a, long[] b, DType type) {
        int rank = Math.max(a.length, b.length);
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            long da = dim(a, i, rank);
            long db = dim(b, i, rank);
            if (da != db && da != 1 && db != 1) {
                throw new InvalidArgumentException("Incompatible shapes: " + Shape.of(a) + " vs. " + Shape.of(b));
            }
            if (da == 1) {
                out.add(i);
            }
        }
        Elements e = Elements.allocate(type, Shape.of(out.size()));
        for (int j = 0; j < out.size(); j++) {
            e.setInteger(j, out.get(j));
        }
        return e.tensor();
    }

    private static long dim(long[] shape, int i, int rank) {
        int at = i - (rank - shape.length);
        return at < 0 ? 1 : shape[at];
    }

    @Override
    protected void compute(Compute c) {
        for (int i = 0; i < 2; i++) {
            c.output(i, axes(c.integers(i), c.integers(1 - i), c.outputDType(i)));
        }
    }

    @Override
    protected void gradient(Backprop b) {
        // integers: no gradient
    }
}
