package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;

/** Levels of one range as levels of another. */
final class Requantization {
    private static final int SHIFT = 16;

    private Requantization() {}

    /** The range that the elements really take. */
    static QuantizedRange used(Compute c) {
        QuantizedRange range = QuantizedRange.of(c, 0, 1, "input");
        Elements x = Elements.of(c.input(0));
        long low = range.highest();
        long high = range.lowest();
        for (int i = 0; i < x.size(); i++) {
            low = Math.min(low, x.integer(i));
            high = Math.max(high, x.integer(i));
        }
        return new QuantizedRange(range.dtype(), Math.min(0, range.toFloat(low)), range.toFloat(high));
    }

    static void run(Compute c, float min, float max) {
        Elements x = Elements.of(c.input(0));
        QuantizedRange from = QuantizedRange.of(c, 0, 1, "input");
        var to = new QuantizedRange(c.outputDType(0), min, max);
        Elements y = Elements.allocate(to.dtype(), x.shape());
        if (from.dtype() == DType.QINT32 && to.dtype() == DType.QUINT8) {
            fixedPoint(x, from, to, y);
        } else {
            for (int i = 0; i < x.size(); i++) {
                y.setInteger(i, to.toLevelByFloats(from.toFloatByFloats(x.integer(i))));
            }
        }
        c.output(0, y.tensor());
        QuantizedOp.range(c, to);
    }

    /** With 16 bits behind the point, as TensorFlow does for this pair of dtypes. */
    private static void fixedPoint(Elements x, QuantizedRange from, QuantizedRange to, Elements y) {
        float inWidth = from.max() - from.min();
        float outWidth = to.max() - to.min();
        boolean none = outWidth == 0;
        float perLevel = none ? 0 : (float) (255.0 / outWidth);
        float middle = (float) ((from.min() + from.max()) / 2.0);
        long scale = none ? 0 : (long) (255.0 * (1 << SHIFT) * inWidth / outWidth);
        long in = (long) (middle * perLevel * (1 << SHIFT));
        long out = none ? 0 : (long) ((1 << SHIFT) * (to.min() * 255.0) / outWidth);
        for (int i = 0; i < x.size(); i++) {
            long level = (x.integer(i) * scale >> 32) + in - out + (1 << SHIFT - 1) >> SHIFT;
            y.setInteger(i, Math.clamp(level, 0, 255));
        }
    }
}
