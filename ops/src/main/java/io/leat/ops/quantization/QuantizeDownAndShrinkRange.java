package io.leat.ops.quantization;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;

/** Levels in fewer bits, in the range from the least element, or 0, to the greatest. */
@OpSpec("QuantizeDownAndShrinkRange(input: Tinput, input_min: float, input_max: float) -> "
        + "(output: out_type, output_min: float, output_max: float); "
        + "Tinput: {qint8, quint8, qint32, qint16, quint16}; out_type: {qint8, quint8, qint32, qint16, quint16}")
public final class QuantizeDownAndShrinkRange extends QuantizedOp {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
        ranges(c, 1);
    }

    @Override
    protected void compute(Compute c) {
        QuantizedRange used = Requantization.used(c);
        Requantization.run(c, used.min(), used.max());
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(4);
    }
}
