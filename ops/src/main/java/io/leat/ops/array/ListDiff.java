package io.leat.ops.array;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The elements of vector {@code x} that {@code y} does not contain, in their order, and where they stand in it. */
@OpSpec("ListDiff(x: T, y: T) -> (out: T, idx: out_idx); T: type; out_idx: {int32, int64} = DT_INT32")
public final class ListDiff extends Op {
    @Endpoint("setDiff1d")
    public static List<Output> of(Ops tf, Operand x, Operand y) {
        return tf.op("ListDiff").input(x).input(y).add().outputs();
    }

    @Override
    protected void infer(Inference c) {
        vector(c.shape(0), "x");
        vector(c.shape(1), "y");
        c.output(0, Shape.of(Shape.ANY));
        c.output(1, Shape.of(Shape.ANY));
    }

    private static void vector(Shape s, String name) {
        if (s.hasRank() && s.rank() != 1) {
            throw new InvalidArgumentException(name + " should be a 1D vector.");
        }
    }

    @Override
    protected void compute(Compute c) {
        vector(c.shape(0), "x");
        vector(c.shape(1), "y");
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.of(c.input(1));
        Set<Object> without = new HashSet<>();
        for (int i = 0; i < y.size(); i++) {
            without.add(UniqueElements.key(y, i));
        }
        int[] kept = new int[x.size()];
        int n = 0;
        for (int i = 0; i < kept.length; i++) {
            if (!without.contains(UniqueElements.key(x, i))) {
                kept[n++] = i;
            }
        }
        Elements out = Elements.allocate(c.outputDType(0), Shape.of(n));
        Elements idx = Elements.allocate(c.outputDType(1), Shape.of(n));
        for (int i = 0; i < n; i++) {
            x.copy(kept[i], out, i);
            idx.setInteger(i, kept[i]);
        }
        c.output(0, out.tensor());
        c.output(1, idx.tensor());
    }
}
