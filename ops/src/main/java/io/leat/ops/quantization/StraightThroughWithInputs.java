package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Elements;

/** Quantising to some bits and back in a range that comes with the inputs: for each index along an axis its own. */
abstract class StraightThroughWithInputs extends StraightThrough {
    @Override
    protected void infer(Inference c) {
        if (c.attrs().has("num_bits")) {
            requireBits(c.attrs().integer("num_bits"), c.attrs().bool("signed_input"));
        } else {
            c.shape(3, 0);
        }
        AxisRanges.infer(c, 1);
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        boolean signed = c.attrs().bool("signed_input");
        long bits;
        if (c.attrs().has("num_bits")) {
            bits = c.attrs().integer("num_bits");
        } else {
            if (c.input(3).size() != 1) {
                throw new InvalidArgumentException("Invalid shape. The `num_bits` tensor should have exactly one "
                        + "element, got shape " + c.shape(3));
            }
            bits = Constants.integers(c.input(3))[0];
        }
        requireBits(bits, signed);
        int axis = c.attrs().intValue("axis");
        Elements x = Elements.of(c.input(0));
        if (axis >= x.shape().rank()) {
            throw new InvalidArgumentException("Shape must be at least rank " + (axis + 1) + " but is rank "
                    + x.shape().rank());
        }
        var channels = AxisRanges.of(x.shape(), axis);
        boolean given = c.attrs().bool("range_given");
        Elements[] ranges = given ? given(c, channels, axis) : range(x, channels);
        boolean up = c.attrs().has("round_mode") && c.attrs().text("round_mode").equals("HALF_UP");
        var rule = new Rule((int) bits, signed, c.attrs().bool("narrow_range"), up);
        c.output(0, apply(x, ranges, channels, rule, given));
    }
}
