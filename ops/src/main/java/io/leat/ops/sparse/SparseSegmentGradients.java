package io.leat.ops.sparse;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/** The gradients of ops that sum chosen rows in segments: all rows, or only those that were chosen. */
abstract class SparseSegmentGradients extends Op {
    protected abstract SegmentScale scale();

    @Override
    protected void infer(Inference c) {
        Shape grad = c.shape(0).withRankAtLeast(1);
        SegmentScale.requireSameSize(c.shape(1, 1), c.shape(2, 1));
        c.shape(3, 0);
        Long n = c.integer(3);
        if (n != null && n < 0) {
            throw new InvalidArgumentException("Cannot specify a negative value for output_dim0");
        }
        long rows = n == null || c.outputs() > 1 ? Shape.ANY : n;
        c.output(0, grad.hasRank() ? Shape.of(rows).concat(grad.from(1)) : grad);
        if (c.outputs() > 1) {
            c.output(1, Shape.of(Shape.ANY));
        }
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() < 1 || c.shape(1).rank() != 1 || c.shape(2).rank() != 1) {
            throw new InvalidArgumentException("indices and segment_ids should be vectors.");
        }
        SegmentScale.requireSameSize(c.shape(1), c.shape(2));
        if (c.input(3).size() != 1) {
            throw new InvalidArgumentException("output_dim0 should be a scalar.");
        }
        long[] indices = c.integers(1);
        long[] ids = c.integers(2);
        long rows = c.integers(3)[0];
        if (rows < 0) {
            throw new InvalidArgumentException("Cannot specify a negative value for output_dim0");
        }
        check(indices, ids, rows, c.shape(0).dim(0));
        boolean all = c.node().outputCount() == 1;
        long[] chosen =
                all ? new long[0] : Arrays.stream(indices).sorted().distinct().toArray();
        Shape row = c.shape(0).from(1);
        Elements grad = Elements.of(c.input(0));
        Elements out = Elements.allocate(
                c.outputDType(0), Shape.of(all ? rows : chosen.length).concat(row));
        int width = Math.toIntExact(row.size());
        int[] counts = SegmentScale.rows(ids, Math.toIntExact(c.shape(0).dim(0)));
        double[] sums = new double[out.size()];
        for (int i = 0; i < ids.length; i++) {
            int to = all ? (int) indices[i] : Arrays.binarySearch(chosen, indices[i]);
            double factor = scale().factor(counts[(int) ids[i]]);
            for (int j = 0; j < width; j++) {
                sums[to * width + j] += factor * grad.real((int) ids[i] * width + j);
            }
        }
        for (int i = 0; i < sums.length; i++) {
            out.set(i, sums[i]);
        }
        c.output(0, out.tensor());
        if (!all) {
            Elements which = Elements.allocate(c.outputDType(1), Shape.of(chosen.length));
            for (int i = 0; i < chosen.length; i++) {
                which.setInteger(i, chosen[i]);
            }
            c.output(1, which.tensor());
        }
    }

    private static void check(long[] indices, long[] ids, long rows, long segments) {
        SegmentScale.requireAscending(ids);
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] >= segments) {
                throw new InvalidArgumentException("Invalid number of segments");
            }
            if (indices[i] < 0 || indices[i] >= rows) {
                throw new InvalidArgumentException("Index " + indices[i] + " out of range [0, " + rows + ").");
            }
        }
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
