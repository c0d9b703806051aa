package io.leat.ops.sparse;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Gradient;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Objects;

/** Ops that sum chosen rows in segments. */
abstract class SparseSegments extends Op {
    protected abstract SegmentScale scale();

    @Override
    protected void infer(Inference c) {
        Shape data = c.shape(0).withRankAtLeast(1);
        SegmentScale.requireSameSize(c.shape(1, 1), c.shape(2, 1));
        long rows = Shape.ANY;
        if (c.inputs() > 3) {
            Long n = c.integer(3);
            rows = n == null ? Shape.ANY : requireCount(n);
        } else if (c.constant(2) != null) {
            rows = rows(Constants.integers(Objects.requireNonNull(c.constant(2))));
        }
        c.output(0, data.hasRank() ? Shape.of(rows).concat(data.from(1)) : data);
    }

    private static long requireCount(long n) {
        if (n < 0) {
            throw new InvalidArgumentException("num_segments must be >= 0: it is " + n);
        }
        return n;
    }

    private static long rows(long[] ids) {
        long last = ids.length == 0 ? -1 : ids[ids.length - 1];
        if (last < -1) {
            throw new InvalidArgumentException("segment ids must be >= 0");
        }
        return last + 1;
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() < 1) {
            throw new InvalidArgumentException("Shape must be at least rank 1");
        }
        if (c.shape(1).rank() != 1 || c.shape(2).rank() != 1) {
            throw new InvalidArgumentException("indices and segment_ids should be vectors.");
        }
        SegmentScale.requireSameSize(c.shape(1), c.shape(2));
        long[] indices = c.integers(1);
        long[] ids = c.integers(2);
        SegmentScale.requireAscending(ids);
        long count = rows(ids);
        if (c.inputs() > 3) {
            if (c.input(3).size() != 1) {
                throw new InvalidArgumentException("num_segments should be a scalar, not shape " + c.shape(3));
            }
            long n = requireCount(c.integers(3)[0]);
            if (count > n) {
                throw new InvalidArgumentException("segment ids must be < num_segments");
            }
            count = n;
        }
        Shape row = c.shape(0).from(1);
        Elements in = Elements.of(c.input(0));
        Elements out = Elements.allocate(c.outputDType(0), Shape.of(count).concat(row));
        add(in, indices, ids, c.shape(0).dim(0), Math.toIntExact(row.size()), out);
        c.output(0, out.tensor());
    }

    private void add(Elements in, long[] indices, long[] ids, long rows, int width, Elements out) {
        int[] counts = SegmentScale.rows(ids, width == 0 ? 0 : out.size() / width);
        double[] sums = new double[out.size()];
        long[] whole = new long[out.size()];
        for (int i = 0; i < ids.length; i++) {
            if (indices[i] < 0 || indices[i] >= rows) {
                throw new InvalidArgumentException(
                        "Bad: indices[" + i + "] == " + indices[i] + " out of range [0, " + rows + ")");
            }
            for (int j = 0; j < width; j++) {
                sums[(int) ids[i] * width + j] += in.real((int) indices[i] * width + j);
                whole[(int) ids[i] * width + j] +=
                        in.dtype().isInteger() ? in.integer((int) indices[i] * width + j) : 0;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            if (out.dtype().isInteger()) {
                out.setInteger(i, whole[i]);
            } else {
                int n = counts[i / width];
                out.set(i, n == 0 ? 0 : scale() == SegmentScale.MEAN ? sums[i] / n : sums[i] * scale().factor(n));
            }
        }
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output shape = tf.call("Shape", b.input(0));
        Output rows = tf.call("GatherV2", shape, tf.constant(0), tf.constant(0));
        String op = name().replace("WithNumSegments", "") + "Grad";
        if (b.attrs().bool("sparse_gradient")) {
            Node g = tf.call(op + "V2", b.dy(0), b.input(1), b.input(2), rows).node();
            b.dx(0, new Gradient.IndexedSlices(g.output(0), g.output(1), shape));
        } else {
            b.dx(0, tf.call(op, b.dy(0), b.input(1), b.input(2), rows));
        }
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
