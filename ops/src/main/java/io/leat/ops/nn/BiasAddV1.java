package io.leat.ops.nn;

import io.leat.graph.Backprop;
import io.leat.graph.OpSpec;

/** {@code value + bias}, where the vector {@code bias} has an element for each element of the last dimension. */
@OpSpec("BiasAddV1(value: T, bias: T) -> (output: T); T: numbertype")
public final class BiasAddV1 extends BiasAddition {
    @Override
    protected void gradient(Backprop b) {
        b.dx(0, b.dy(0));
        b.dx(1, b.tf().call("BiasAddGrad", b.dy(0)));
    }
}
