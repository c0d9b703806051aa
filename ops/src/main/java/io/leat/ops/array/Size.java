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

/** The number of elements. Known before the run where the input's shape is. */
@OpSpec("Size(input: T) -> (output: out_type); T: type; out_type: {int32, int64} = DT_INT32")
public final class Size extends Op {
    @Endpoint("size")
    public static Output of(Ops tf, Operand input) {
        return tf.call("Size", input);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
        Shape in = c.shape(0);
        if (in.isFullyKnown()) {
            c.value(0, value(in, c.outputDType(0)));
        }
    }

    private static Tensor value(Shape in, DType type) {
        Elements e = Elements.allocate(type, Shape.SCALAR);
        e.setInteger(0, in.size());
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
