package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;

/** A quantised tensor in another shape of the same size, in which one dimension may be -1. */
@OpSpec("QuantizedReshape(tensor: T, shape: Tshape, input_min: float, input_max: float) -> "
        + "(output: T, output_min: float, output_max: float); T: type; Tshape: {int32, int64} = int32")
public final class QuantizedReshape extends QuantizedOp {
    @Override
    protected void infer(Inference c) {
        Shape wanted = c.shapeValue(1);
        boolean fill = c.shape(0).isFullyKnown() && c.constant(1) != null;
        c.output(0, fill ? wanted.fillFor(c.shape(0).size()) : wanted);
        ranges(c, 2);
    }

    @Override
    protected void compute(Compute c) {
        c.output(
                0, c.input(0).reshape(Shape.of(c.integers(1)).fillFor(c.input(0).size())));
        range(c, QuantizedRange.scalar(c, 2, "input_min"), QuantizedRange.scalar(c, 3, "input_max"));
    }
}
