package io.leat.ops.quantization;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;

/** The range from the least element, or 0, to the greatest. */
@OpSpec("RequantizationRange(input: Tinput, input_min: float, input_max: float) -> "
        + "(output_min: float, output_max: float); Tinput: {qint8, quint8, qint32, qint16, quint16}")
public final class RequantizationRange extends QuantizedOp {
    @Override
    protected void infer(Inference c) {
        ranges(c, 1);
    }

    @Override
    protected void compute(Compute c) {
        range(c, Requantization.used(c));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(4);
    }
}
