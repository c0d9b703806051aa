package io.leat.ops.array;

import io.leat.graph.Backprop;
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
import java.util.List;

/** The different elements of a vector in the order of their first appearance, and for each element the number of its value. */
@OpSpec("Unique(x: T) -> (y: T, idx: out_idx); T: type; out_idx: {int32, int64} = DT_INT32")
public final class Unique extends Op {
    @Endpoint("unique")
    public static List<Output> of(Ops tf, Operand x) {
        return tf.op("Unique").input(x).add().outputs();
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0, 1);
        c.output(0, Shape.of(Shape.ANY));
        c.output(1, in);
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 1) {
            throw new InvalidArgumentException("unique expects a 1D vector.");
        }
        Elements x = Elements.of(c.input(0));
        var unique = new UniqueElements(x);
        Elements y = Elements.allocate(c.outputDType(0), Shape.of(unique.size));
        Elements idx = Elements.allocate(c.outputDType(1), c.shape(0));
        for (int i = 0; i < unique.size; i++) {
            x.copy(unique.first[i], y, i);
        }
        for (int i = 0; i < idx.size(); i++) {
            idx.setInteger(i, unique.number[i]);
        }
        c.output(0, y.tensor());
        c.output(1, idx.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // the places are integers: no gradient
    }
}
