package io.leat.ops.sparse;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;

/** The entries of a sparse tensor in row-major order. */
@OpSpec("SparseReorder(input_indices: int64, input_values: T, input_shape: int64) -> "
        + "(output_indices: int64, output_values: T); T: type")
public final class SparseReorder extends Op {
    @Override
    protected void infer(Inference c) {
        Coordinates.infer(c, 0);
        c.output(0, c.shape(0, 2));
        c.output(1, c.shape(1, 1));
    }

    @Override
    protected void compute(Compute c) {
        var at = Coordinates.of(c.input(0), c.input(1), c.input(2));
        Integer[] order = at.order();
        Elements values = Elements.of(c.input(1));
        Elements outIndices = Elements.allocate(DType.INT64, c.shape(0));
        Elements outValues = Elements.allocate(c.outputDType(1), c.shape(1));
        for (int i = 0; i < order.length; i++) {
            for (int d = 0; d < at.rank; d++) {
                outIndices.setInteger(i * at.rank + d, at.get(order[i], d));
            }
            values.copy(order[i], outValues, i);
        }
        c.output(0, outIndices.tensor());
        c.output(1, outValues.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output flat = tf.call("Shape", b.input(1));
        Output count = tf.call("GatherV2", flat, tf.constant(0), tf.constant(0));
        Output numbers = tf.call("Range", tf.constant(0), count, tf.constant(1));
        Output sorted =
                tf.call("SparseReorder", b.input(0), numbers, b.input(2)).node().output(1);
        b.dx(1, tf.call("GatherV2", b.dy(1), tf.call("InvertPermutation", sorted), tf.constant(0)));
    }
}
