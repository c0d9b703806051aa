package io.leat.ops.io;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/** A serialised {@code Summary} message with each of {@code values} under the tag beside it; a scalar string. */
@OpSpec("ScalarSummary(tags: string, values: T) -> (summary: string); T: realnumbertype")
public final class ScalarSummary extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        Elements values = Elements.of(c.input(1));
        if (!c.shape(0).equals(c.shape(1)) && (c.input(0).size() != 1 || values.size() != 1)) {
            throw new InvalidArgumentException(
                    "tags and values are not the same shape: " + c.shape(0) + " != " + c.shape(1));
        }
        List<String> tags = new ArrayList<>();
        float[] numbers = new float[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            tags.add(Files.text(c.input(0), i));
            numbers[i] = (float) values.real(i);
        }
        c.output(0, Messages.scalar(SummaryIo.find().scalars(tags, numbers)));
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
