package io.leat.ops.quantization;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Quantises to {@code num_bits} and back; the gradient passes as if it did nothing. */
@OpSpec("QuantizeAndDequantize(input: T) -> (output: T); signed_input: bool = true; num_bits: int = 8; "
        + "range_given: bool = false; input_min: float = 0; input_max: float = 0; "
        + "T: {bfloat16, half, float, double}")
public final class QuantizeAndDequantize extends StraightThrough {
    @Override
    protected void infer(Inference c) {
        requireBits(c.attrs().integer("num_bits"), c.attrs().bool("signed_input"));
        float min = c.attrs().real("input_min");
        float max = c.attrs().real("input_max");
        if (c.attrs().bool("range_given") && !(min <= max)) {
            throw new InvalidArgumentException("Invalid range: input_min " + min + " > input_max " + max);
        }
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        Elements x = Elements.of(c.input(0));
        var whole = AxisRanges.of(x.shape(), -1);
        boolean given = c.attrs().bool("range_given");
        Elements[] ranges = range(x, whole);
        if (given) {
            for (int i = 0; i < 2; i++) {
                ranges[i] = Elements.allocate(x.dtype(), Shape.of(1));
                ranges[i].set(0, c.attrs().real(i == 0 ? "input_min" : "input_max"));
            }
        }
        var rule = new Rule(c.attrs().intValue("num_bits"), c.attrs().bool("signed_input"), false, false);
        c.output(0, apply(x, ranges, whole, rule, given));
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, b.dy(0));
    }
}
