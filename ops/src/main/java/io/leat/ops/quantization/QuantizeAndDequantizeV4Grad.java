package io.leat.ops.quantization;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** The gradient where the input lies in the range, 0 elsewhere and for the range. */
@OpSpec("QuantizeAndDequantizeV4Grad(gradients: T, input: T, input_min: T, input_max: T) -> "
        + "(input_backprop: T, input_min_backprop: T, input_max_backprop: T); "
        + "T: {bfloat16, half, float, double}; axis: int = -1")
public final class QuantizeAndDequantizeV4Grad extends Op {
    @Override
    protected void infer(Inference c) {
        AxisRanges.infer(c, 2);
        c.output(0, c.shape(0).merge(c.shape(1)));
        c.output(1, c.shape(2));
        c.output(2, c.shape(3));
    }

    @Override
    protected void compute(Compute c) {
        Elements dy = Elements.of(c.input(0));
        Elements x = Elements.of(c.input(1));
        if (!dy.shape().equals(x.shape())) {
            throw new InvalidArgumentException("gradient and input must be the same size");
        }
        int axis = c.attrs().intValue("axis");
        if (axis >= x.shape().rank()) {
            throw new InvalidArgumentException("Axis should be -1 or 0 or a positive value less than "
                    + x.shape().rank() + "but given axis value was " + axis);
        }
        var channels = AxisRanges.of(x.shape(), axis);
        for (int i = 2; i < 4; i++) {
            if (c.input(i).size() != channels.count()) {
                throw new InvalidArgumentException((i == 2 ? "min" : "max") + " has incorrect size, expected "
                        + channels.count() + " was " + c.input(i).size());
            }
        }
        Elements min = Elements.of(c.input(2));
        Elements max = Elements.of(c.input(3));
        Elements dx = Elements.allocate(x.dtype(), x.shape());
        for (int i = 0; i < x.size(); i++) {
            int r = channels.at(i);
            boolean inside = x.real(i) >= min.real(r) && x.real(i) <= max.real(r);
            dx.set(i, inside ? dy.real(i) : dy.real(i) * 0);
        }
        c.output(0, dx.tensor());
        c.output(1, Tensor.zeros(x.dtype(), c.shape(2)));
        c.output(2, Tensor.zeros(x.dtype(), c.shape(3)));
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(
                0,
                b.tf().op("QuantizeAndDequantizeV4Grad")
                        .input(b.dy(0))
                        .input(b.input(1))
                        .input(b.input(2))
                        .input(b.input(3))
                        .attr("axis", b.attrs().integer("axis"))
                        .add()
                        .output(0));
    }
}
