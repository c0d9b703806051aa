package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/** The levels of a quantised tensor cut at that of 0 and that of an upper bound. */
abstract class QuantizedActivation extends QuantizedOp {
    private final float most;

    QuantizedActivation(float most) {
        this.most = most;
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
        ranges(c, 1);
    }

    @Override
    protected void compute(Compute c) {
        Elements x = Elements.of(c.input(0));
        if (c.outputDType(0) != x.dtype()) {
            throw new UnimplementedException(name() + " from " + x.dtype().signatureName() + " to "
                    + c.outputDType(0).signatureName());
        }
        QuantizedRange range = QuantizedRange.of(c, 0, 1, "features");
        long low = range.toLevel(0);
        long high = most == Float.POSITIVE_INFINITY ? range.highest() : range.toLevel(most);
        Elements y = Elements.allocate(x.dtype(), x.shape());
        for (int i = 0; i < x.size(); i++) {
            y.setInteger(i, Math.min(Math.max(x.integer(i), low), high));
        }
        c.output(0, y.tensor());
        range(c, range);
    }
}
