package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The levels of {@code input} [..., n] plus those of {@code bias} [n], in a range that holds all sums. */
@OpSpec("QuantizedBiasAdd(input: T1, bias: T2, min_input: float, max_input: float, min_bias: float, "
        + "max_bias: float) -> (output: out_type, min_out: float, max_out: float); "
        + "T1: {qint8, quint8, qint32, qint16, quint16}; T2: {qint8, quint8, qint32, qint16, quint16}; "
        + "out_type: {qint8, quint8, qint32, qint16, quint16}")
public final class QuantizedBiasAdd extends QuantizedOp {
    private static final int HEADROOM = 17;

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0).withRankAtLeast(2);
        long n = c.shape(1, 1).dim(0);
        if (in.hasRank()) {
            in = in.withDim(-1, Shape.mergeDims(in.dim(-1), n));
        }
        c.output(0, in);
        ranges(c, 2);
    }

    @Override
    protected void compute(Compute c) {
        Elements x = Elements.of(c.input(0));
        Elements bias = Elements.of(c.input(1));
        if (x.shape().rank() < 2) {
            throw new InvalidArgumentException("Input tensor must be at least 2D: " + x.shape());
        }
        if (bias.shape().rank() != 1) {
            throw new InvalidArgumentException("Biases must be 1D: " + bias.shape());
        }
        if (bias.size() != x.shape().dim(-1)) {
            throw new InvalidArgumentException("Must provide as many biases as the last dimension of the input tensor: "
                    + bias.shape() + " vs. " + x.shape());
        }
        QuantizedRange rx = QuantizedRange.of(c, 0, 2, "input");
        QuantizedRange rb = QuantizedRange.of(c, 1, 4, "bias");
        QuantizedRange out = QuantizedRange.ofSums(rx, rb, c.outputDType(0), HEADROOM);
        long zero = out.toLevel(0);
        Elements y = Elements.allocate(out.dtype(), x.shape());
        for (int i = 0; i < y.size(); i++) {
            long a = out.toLevelByFloats(rx.toFloatByFloats(x.integer(i)));
            long b = out.toLevelByFloats(rb.toFloatByFloats(bias.integer(i % bias.size())));
            y.setInteger(i, a + b + zero);
        }
        c.output(0, y.tensor());
        range(c, out);
    }
}
