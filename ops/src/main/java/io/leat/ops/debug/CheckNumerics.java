package io.leat.ops.debug;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Elements;

/** The same tensor; fails when it has a NaN or an infinity, with attribute {@code message}. */
@OpSpec(
        value = "CheckNumerics(tensor: T) -> (output: T); T: {bfloat16, half, float, double}; message: string",
        stateful = true)
public final class CheckNumerics extends Op {
    @Endpoint("debug.checkNumerics")
    public static Output of(Ops tf, Operand tensor, String message) {
        return tf.op("CheckNumerics")
                .input(tensor)
                .attr("message", message)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        Elements x = Elements.of(c.input(0));
        boolean nan = false;
        boolean infinite = false;
        for (int i = 0; i < x.size(); i++) {
            nan |= Double.isNaN(x.real(i));
            infinite |= Double.isInfinite(x.real(i));
        }
        if (nan || infinite) {
            String what = nan && infinite ? "Inf and NaN" : nan ? "NaN" : "Inf";
            throw new InvalidArgumentException(c.attrs().text("message") + " : Tensor had " + what + " values");
        }
        c.output(0, c.input(0));
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(
                0,
                of(
                        b.tf(),
                        b.dy(0),
                        "Not a number (NaN) or infinity (Inf) values detected in gradient. "
                                + b.attrs().text("message")));
    }
}
