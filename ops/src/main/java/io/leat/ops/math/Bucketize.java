package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Attr;
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
import java.util.ArrayList;
import java.util.List;

/** For each element the number of ascending {@code boundaries} that are not above it; NaN is above all. */
@OpSpec("Bucketize(input: T) -> (output: int32); T: {int32, int64, float, double}; boundaries: list(float)")
public final class Bucketize extends Op {
    @Endpoint("math.bucketize")
    public static Output of(Ops tf, Operand input, float... boundaries) {
        List<Attr> all = new ArrayList<>();
        for (float b : boundaries) {
            all.add(Attr.of(b));
        }
        return tf.op("Bucketize")
                .input(input)
                .attr("boundaries", new Attr.Items(all))
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        float[] boundaries = c.attrs().reals("boundaries");
        for (int i = 1; i < boundaries.length; i++) {
            if (boundaries[i] < boundaries[i - 1]) {
                throw new InvalidArgumentException("Expected sorted boundaries");
            }
        }
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        float[] boundaries = c.attrs().reals("boundaries");
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), c.shape(0));
        for (int i = 0; i < x.size(); i++) {
            int bucket = 0;
            while (bucket < boundaries.length && !(x.real(i) < boundaries[bucket])) {
                bucket++;
            }
            y.setInteger(i, bucket);
        }
        c.output(0, y.tensor());
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}
