package io.leat.ops.io;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** A serialised {@code Summary} message with the distribution of {@code values}; a scalar string. */
@OpSpec("HistogramSummary(tag: string, values: T) -> (summary: string); T: realnumbertype")
public final class HistogramSummary extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 0) {
            throw new InvalidArgumentException("tags must be scalar");
        }
        String tag = Files.text(c.input(0), 0);
        Elements values = Elements.of(c.input(1));
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values.real(i);
            if (!Double.isFinite(numbers[i])) {
                throw new InvalidArgumentException((Double.isNaN(numbers[i]) ? "Nan" : "Infinity")
                        + " in summary histogram for: " + c.node().name());
            }
        }
        c.output(0, Messages.scalar(SummaryIo.find().histogram(tag, numbers)));
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
