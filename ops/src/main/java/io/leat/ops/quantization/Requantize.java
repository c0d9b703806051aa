package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;

/** Levels of one range as levels of another. */
@OpSpec("Requantize(input: Tinput, input_min: float, input_max: float, requested_output_min: float, "
        + "requested_output_max: float) -> (output: out_type, output_min: float, output_max: float); "
        + "Tinput: {qint8, quint8, qint32, qint16, quint16}; out_type: {qint8, quint8, qint32, qint16, quint16}")
public final class Requantize extends QuantizedOp {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
        ranges(c, 1);
    }

    @Override
    protected void compute(Compute c) {
        float min = QuantizedRange.scalar(c, 3, "requested_output_min");
        float max = QuantizedRange.scalar(c, 4, "requested_output_max");
        if (!(min <= 0)) {
            throw new InvalidArgumentException("requested_output_min must be <= 0, but got " + min);
        }
        if (!(max >= min)) {
            throw new InvalidArgumentException(
                    "requested_output_max must be >= requested_output_min, but got " + max + " and " + min);
        }
        Requantization.run(c, min, max);
    }
}
