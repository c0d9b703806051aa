package io.leat.ops.math;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/**
 * How often each of the numbers 0 to {@code size} - 1 occurs in {@code arr}, or the sums of its {@code weights}, which
 * are as many as {@code arr} has elements, or none.
 */
@OpSpec("Bincount(arr: int32, size: int32, weights: T) -> (bins: T); T: {int32, int64, float, double}")
public final class Bincount extends BinCounting {
    @Endpoint("math.bincount")
    public static Output of(Ops tf, Operand arr, Operand size, Operand weights) {
        return tf.call("Bincount", arr, size, weights);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        Tensor size = c.constant(1);
        c.output(0, size == null ? Shape.ofRank(1) : Shape.of(size(size)));
    }

    @Override
    protected void compute(Compute c) {
        Elements values = Elements.of(c.input(0));
        Elements weights = Elements.of(c.input(2));
        long size = size(c.input(1));
        if (weights.size() != 0 && weights.size() != values.size()) {
            throw new InvalidArgumentException("Input indices and weights must have the same size.");
        }
        requireNotNegative(values);
        Elements y = Elements.allocate(c.outputDType(0), Shape.of(size));
        for (int i = 0; i < values.size(); i++) {
            if (values.integer(i) < size) {
                count(weights, i, false, y, (int) values.integer(i));
            }
        }
        c.output(0, y.tensor());
    }
}
