package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.ops.quantization.QuantizedOp;
import io.leat.ops.quantization.QuantizedRange;
import io.leat.tensor.raw.Elements;

/** The means of windows of the levels of quantised images [batch, height, width, channels]; the range stays. */
@OpSpec(
        "QuantizedAvgPool(input: T, min_input: float, max_input: float) -> "
                + "(output: T, min_output: float, max_output: float); "
                + "T: {qint8, quint8, qint32, qint16, quint16}; ksize: list(int); strides: list(int); padding: {'SAME', 'VALID'}")
public final class QuantizedAvgPool extends QuantizedOp {
    private PoolWindows windows(Attrs attrs) {
        return PoolWindows.of(name(), attrs, 2, attrs.integers("ksize"), attrs.integers("strides"));
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, windows(c.attrs()).output(c.shape(0, 4)));
        ranges(c, 1);
    }

    @Override
    protected void compute(Compute c) {
        PoolSizes sizes = windows(c.attrs()).place(c.shape(0));
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), sizes.output());
        long[] sums = new long[y.size()];
        int[] counts = new int[y.size()];
        sizes.forEach((i, o) -> {
            sums[o] += x.integer(i);
            counts[o]++;
        });
        for (int o = 0; o < sums.length; o++) {
            y.setInteger(o, sums[o] / Math.max(1, counts[o]));
        }
        c.output(0, y.tensor());
        range(c, QuantizedRange.of(c, 0, 1, "input"));
    }
}
