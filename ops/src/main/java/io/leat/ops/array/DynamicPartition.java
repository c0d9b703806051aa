package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.family.IndexTuples;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/**
 * The slices of {@code data} dealt out to {@code num_partitions} outputs, in their order: output p gets
 * {@code data[i, ...]} for every index i where {@code partitions[i]} is p.
 */
@OpSpec("DynamicPartition(data: T, partitions: int32) -> (outputs: num_partitions * T); num_partitions: int >= 1; "
        + "T: type")
public final class DynamicPartition extends Op {
    @Endpoint("dynamicPartition")
    public static List<Output> of(Ops tf, Operand data, Operand partitions, long parts) {
        return tf.op("DynamicPartition")
                .input(data)
                .input(partitions)
                .attr("num_partitions", parts)
                .add()
                .outputs();
    }

    @Override
    protected void infer(Inference c) {
        Shape data = c.shape(0);
        Shape partitions = c.shape(1);
        Shape out = Shape.UNKNOWN;
        if (data.hasRank() && partitions.hasRank()) {
            check(data, partitions);
            out = Shape.of(Shape.ANY).concat(data.from(partitions.rank()));
        }
        for (int i = 0; i < c.outputs(); i++) {
            c.output(i, out);
        }
    }

    private static void check(Shape data, Shape partitions) {
        if (data.rank() < partitions.rank() || !data.slice(0, partitions.rank()).isCompatibleWith(partitions)) {
            throw new InvalidArgumentException("data.shape must start with partitions.shape, got data.shape = " + data
                    + ", partitions.shape = " + partitions);
        }
    }

    @Override
    protected void compute(Compute c) {
        check(c.shape(0), c.shape(1));
        int parts = c.attrs().intValue("num_partitions");
        long[] partitions = c.integers(1);
        int[] counts = new int[parts];
        for (int i = 0; i < partitions.length; i++) {
            if (partitions[i] < 0 || partitions[i] >= parts) {
                throw new InvalidArgumentException("partitions" + IndexTuples.position(i, c.shape(1)) + " = "
                        + partitions[i] + " is not in [0, " + parts + ")");
            }
            counts[(int) partitions[i]]++;
        }
        Shape rest = c.shape(0).from(c.shape(1).rank());
        int row = (int) rest.size();
        Elements x = Elements.of(c.input(0));
        for (int p = 0; p < parts; p++) {
            Elements y = Elements.allocate(c.outputDType(p), Shape.of(counts[p]).concat(rest));
            int to = 0;
            for (int i = 0; i < partitions.length; i++) {
                if (partitions[i] == p) {
                    x.copyRange(i * row, y, to, row);
                    to += row;
                }
            }
            c.output(p, y.tensor());
        }
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output partitions = b.input(1);
        Output all = tf.call("Range", tf.constant(0), tf.call("Size", partitions), tf.constant(1));
        Output places = tf.call("Reshape", all, tf.call("Shape", partitions));
        List<Output> dealt = of(tf, places, partitions, b.attrs().integer("num_partitions"));
        List<Output> parts = new ArrayList<>();
        for (int i = 0; i < b.node().outputCount(); i++) {
            parts.add(b.dy(i));
        }
        Output rows =
                tf.op("ParallelDynamicStitch").inputs(dealt).inputs(parts).add().output(0);
        b.dx(0, tf.call("Reshape", rows, tf.call("Shape", b.input(0))));
    }
}
