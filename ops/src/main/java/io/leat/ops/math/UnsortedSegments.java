package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.ir.ArrayKernel;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/**
 * Ops that combine the parts of {@code data} that have the same number in {@code segment_ids}, whose shape is a prefix of
 * that of {@code data}: part {@code s} of the result combines all parts with number {@code s}, from 0 to
 * {@code num_segments} - 1. Parts with a negative number are dropped.
 */
abstract class UnsortedSegments extends Op {
    abstract SegmentKind kind();

    @Override
    protected void infer(Inference c) {
        Shape data = c.shape(0);
        Shape ids = c.shape(1);
        Shape wanted = c.shape(2);
        Tensor segments = c.constant(2);
        if (wanted.hasRank() && wanted.rank() != 0) {
            throw new InvalidArgumentException("num_segments should be a scalar, not shape " + wanted);
        }
        long n = segments == null ? Shape.ANY : count(segments);
        if (!data.hasRank() || !ids.hasRank()) {
            return;
        }
        requirePrefix(data, ids);
        c.output(0, Shape.of(n).concat(data.from(ids.rank())));
    }

    private static void requirePrefix(Shape data, Shape ids) {
        if (ids.rank() > data.rank() || !data.slice(0, ids.rank()).isCompatibleWith(ids)) {
            throw new InvalidArgumentException(
                    "data.shape = " + data + " does not start with segment_ids.shape = " + ids);
        }
    }

    private static long count(Tensor segments) {
        if (segments.size() != 1) {
            throw new InvalidArgumentException("num_segments should be a scalar, not shape " + segments.shape());
        }
        long n = Constants.integers(segments)[0];
        if (n < 0) {
            throw new InvalidArgumentException("Input num_segments == " + n + " must not be negative.");
        }
        return n;
    }

    @Override
    protected void compute(Compute c) {
        Shape data = c.shape(0);
        Shape idShape = c.shape(1);
        requirePrefix(data, idShape);
        long n = count(c.input(2));
        Shape inner = data.from(idShape.rank());
        int width = Math.toIntExact(inner.size());
        long[] ids = c.integers(1);
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), Shape.of(n).concat(inner));
        var state = new SegmentKind.State(kind(), y);
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] >= n) {
                throw outOfRange(idShape, i, ids[i], n);
            }
            for (int j = 0; j < width && ids[i] >= 0; j++) {
                state.add((int) ids[i] * width + j, x, i * width + j);
            }
        }
        for (int i = 0; i < y.size(); i++) {
            state.store(i, y);
        }
        c.output(0, y.tensor());
    }

    static InvalidArgumentException outOfRange(Shape ids, int position, long id, long n) {
        return new InvalidArgumentException(
                "segment_ids" + Positions.text(ids, position) + " = " + id + " is out of range [0, " + n + ")");
    }

    @Override
    protected boolean lower(Lowering c) {
        Shape ids = c.shape(1);
        Shape out = c.outputShape(0);
        int width = Math.toIntExact(out.from(1).size());
        ArrayKernel kernel = SegmentKernels.of(kind(), c.dtype(0), c.dtype(1), ids, width, (int) out.dim(0));
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
