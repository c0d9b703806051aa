package io.leat.ops.quantization;

import io.leat.graph.Backprop;
import io.leat.graph.Node;
import io.leat.graph.OpSpec;

/** Quantises to {@code num_bits} and back; the gradient passes where the input lies in the given range. */
@OpSpec("QuantizeAndDequantizeV4(input: T, input_min: T, input_max: T) -> (output: T); signed_input: bool = true; "
        + "num_bits: int = 8; range_given: bool = false; T: {bfloat16, half, float, double}; "
        + "round_mode: {'HALF_TO_EVEN', 'HALF_UP'} = 'HALF_TO_EVEN'; narrow_range: bool = false; axis: int = -1")
public final class QuantizeAndDequantizeV4 extends StraightThroughWithInputs {
    @Override
    protected void gradient(Backprop b) {
        Node g = b.tf().op("QuantizeAndDequantizeV4Grad")
                .input(b.dy(0))
                .input(b.input(0))
                .input(b.input(1))
                .input(b.input(2))
                .attr("axis", b.attrs().integer("axis"))
                .add();
        for (int i = 0; i < 3; i++) {
            b.dx(i, g.output(i));
        }
    }
}
