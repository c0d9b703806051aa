package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/**
 * Ops that combine the rows of {@code data} that have the same number in {@code segment_ids}, an ascending vector. The
 * result has one row more than the last number says; numbers that do not occur give rows of 0, of products 1.
 */
abstract class SortedSegments extends Op {
    abstract SegmentKind kind();

    /** Whether the sum of a segment is divided by the number of its rows. */
    boolean isMean() {
        return false;
    }

    @Override
    protected void infer(Inference c) {
        Shape data = c.shape(0);
        Shape ids = c.shape(1);
        if (data.hasRank() && data.rank() == 0) {
            throw new InvalidArgumentException(
                    "input must be at least rank 1: Shape must be at least rank 1 but is rank 0");
        }
        if (ids.hasRank() && ids.rank() != 1) {
            throw new InvalidArgumentException(
                    "segment_ids should be a vector: Shape must be rank 1 but is rank " + ids.rank());
        }
        if (!data.hasRank()) {
            return;
        }
        Tensor known = c.constant(1);
        long rows = Shape.ANY;
        if (known != null) {
            requireFit(data, known.shape());
            rows = rows(Constants.integers(known));
        }
        c.output(0, Shape.of(rows).concat(data.from(1)));
    }

    private static void requireFit(Shape data, Shape ids) {
        if (!Shape.of(data.dim(0)).isCompatibleWith(ids)) {
            throw new InvalidArgumentException("segment_ids should be the same size as dimension 0 of input.");
        }
    }

    /** The number of rows of the result. */
    private static long rows(long[] ids) {
        long rows = ids.length == 0 ? 0 : ids[ids.length - 1] + 1;
        if (rows < 1 && ids.length > 0) {
            throw new InvalidArgumentException("segment ids must be >= 0");
        }
        for (int i = 0; i < ids.length; i++) {
            if (i > 0 && ids[i] < ids[i - 1]) {
                throw new InvalidArgumentException("segment ids are not increasing");
            }
            if (ids[i] < 0) {
                throw new InvalidArgumentException("Segment id " + ids[i] + " out of range [0, " + rows
                        + "), possibly because 'segment_ids' input is not sorted.");
            }
        }
        return rows;
    }

    @Override
    protected void compute(Compute c) {
        Shape data = c.shape(0);
        if (data.rank() == 0 || c.shape(1).rank() != 1) {
            throw new InvalidArgumentException(
                    data.rank() == 0 ? "input must be at least rank 1" : "segment_ids should be a vector.");
        }
        requireFit(data, c.shape(1));
        long[] ids = c.integers(1);
        int width = Math.toIntExact(data.from(1).size());
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), Shape.of(rows(ids)).concat(data.from(1)));
        var state = new SegmentKind.State(kind(), y);
        int[] counts = new int[(int) y.shape().dim(0)];
        for (int i = 0; i < ids.length; i++) {
            counts[(int) ids[i]]++;
            for (int j = 0; j < width; j++) {
                state.add((int) ids[i] * width + j, x, i * width + j);
            }
        }
        for (int i = 0; i < y.size(); i++) {
            store(state, i, counts[i / width], y);
        }
        c.output(0, y.tensor());
    }

    private void store(SegmentKind.State state, int at, int count, Elements y) {
        if (count == 0) {
            y.set(at, kind() == SegmentKind.PROD ? 1 : 0);
            return;
        }
        if (isMean() && !y.dtype().isInteger()) {
            state.divide(at, count);
        }
        state.store(at, y);
        if (isMean() && y.dtype().isInteger()) {
            y.setInteger(
                    at, y.dtype().isUnsigned() ? Long.divideUnsigned(y.integer(at), count) : y.integer(at) / count);
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor ids = c.constant(1);
        if (ids == null || kind() == SegmentKind.MAX || kind() == SegmentKind.MIN || isMean()) {
            return false;
        }
        Shape out = c.outputShape(0);
        int width = Math.toIntExact(out.from(1).size());
        var kernel = SegmentKernels.of(kind(), c.dtype(0), c.dtype(1), ids.shape(), width, (int) out.dim(0));
        if (kernel == null) {
            return false;
        }
        c.output(0, c.library(name(), kernel, c.outputDType(0), out, c.input(0), c.input(1)));
        return true;
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
