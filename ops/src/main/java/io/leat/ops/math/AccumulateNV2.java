package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import java.util.List;

/** The sum of tensors of one shape, element by element; the shape is also an attribute. */
@OpSpec("AccumulateNV2(inputs: N * T) -> (sum: T); N: int >= 1; T: numbertype; shape: shape")
public final class AccumulateNV2 extends Addition {
    @Endpoint("math.accumulateN")
    public static Output of(Ops tf, List<? extends Operand> inputs, Shape shape) {
        return tf.op("AccumulateNV2").inputs(inputs).attr("shape", shape).add().output(0);
    }

    @Override
    protected void infer(Inference c) {
        super.infer(c);
        c.output(0, c.outputShape(0).merge(c.attrs().shape("shape")));
    }
}
