package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The shapes of several tensors, as integer vectors. */
@OpSpec("ShapeN(input: N * T) -> (output: N * out_type); N: int >= 1; T: type; out_type: {int32, int64} = DT_INT32")
public final class ShapeN extends Op {
    @Override
    protected void infer(Inference c) {
        for (int i = 0; i < c.inputs(); i++) {
            Shape in = c.shape(i);
            c.output(i, Shape.of(in.hasRank() ? in.rank() : Shape.ANY));
            if (in.hasRank()) {
                c.partialValue(i, in);
            }
        }
    }

    @Override
    protected void compute(Compute c) {
        for (int k = 0; k < c.inputs(); k++) {
            long[] dims = c.shape(k).dims();
            Elements out = Elements.allocate(c.outputDType(k), Shape.of(dims.length));
            for (int i = 0; i < dims.length; i++) {
                out.setInteger(i, dims[i]);
            }
            c.output(k, out.tensor());
        }
    }

    @Override
    protected void gradient(Backprop b) {
        // integers: no gradient
    }
}
