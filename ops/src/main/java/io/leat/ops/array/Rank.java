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
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** The number of dimensions. Known before the run where the input's shape is. */
@OpSpec("Rank(input: T) -> (output: int32); T: type")
public final class Rank extends Op {
    @Endpoint("rank")
    public static Output of(Ops tf, Operand input) {
        return tf.call("Rank", input);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
        Shape in = c.shape(0);
        if (in.hasRank()) {
            c.value(0, value(in, c.outputDType(0)));
        }
    }

    private static Tensor value(Shape in, DType type) {
        Elements e = Elements.allocate(type, Shape.SCALAR);
        e.setInteger(0, in.rank());
        return e.tensor();
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, value(c.shape(0), c.outputDType(0)));
    }

    @Override
    protected void gradient(Backprop b) {
        // integers: no gradient
    }
}
