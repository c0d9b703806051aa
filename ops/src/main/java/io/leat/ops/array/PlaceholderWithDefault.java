package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The input, unless another tensor is fed in its place. */
@OpSpec("PlaceholderWithDefault(input: dtype) -> (output: dtype); dtype: type; shape: shape")
public final class PlaceholderWithDefault extends Op {
    @Endpoint("placeholderWithDefault")
    public static Output of(Ops tf, Operand input, io.leat.tensor.Shape shape) {
        return tf.op("PlaceholderWithDefault")
                .input(input)
                .attr("shape", shape)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        io.leat.tensor.Shape declared = c.attrs().shape("shape");
        c.shape(0).merge(declared);
        c.output(0, declared);
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void compute(Compute c) {
        c.output(0, c.input(0));
    }

    @Override
    protected boolean lower(Lowering c) {
        c.output(0, c.input(0));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, b.dy(0));
    }
}
