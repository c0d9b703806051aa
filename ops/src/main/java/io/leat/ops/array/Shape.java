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
import io.leat.tensor.raw.Elements;

/** The shape of a tensor, as an integer vector. Known before the run where the input's shape is. */
@OpSpec("Shape(input: T) -> (output: out_type); T: type; out_type: {int32, int64} = DT_INT32")
public final class Shape extends Op {
    @Endpoint("shape")
    public static Output of(Ops tf, Operand input) {
        return tf.call("Shape", input);
    }

    @Override
    protected void infer(Inference c) {
        io.leat.tensor.Shape in = c.shape(0);
        c.output(0, io.leat.tensor.Shape.of(in.hasRank() ? in.rank() : io.leat.tensor.Shape.ANY));
        if (in.hasRank()) {
            c.partialValue(0, in);
        }
    }

    @Override
    protected void compute(Compute c) {
        int[] dims = c.shape(0).intDims();
        Elements out = Elements.allocate(c.outputDType(0), io.leat.tensor.Shape.of(dims.length));
        for (int i = 0; i < dims.length; i++) {
            out.setInteger(i, dims[i]);
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // integers: no gradient
    }
}
