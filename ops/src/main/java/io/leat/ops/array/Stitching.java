package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.ops.family.IndexTuples;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * Slices interleaved by index: {@code merged[indices[m][i], ...] = data[m][i, ...]}; the last one of equal indices wins,
 * and rows that no index names are zeros.
 */
abstract class Stitching extends Op {
    @Override
    protected void infer(Inference c) {
        int n = c.inputs() / 2;
        Shape rest = Shape.UNKNOWN;
        long rows = 0;
        for (int i = 0; i < n; i++) {
            Shape index = c.shape(i);
            Shape data = c.shape(n + i);
            if (index.hasRank() && data.hasRank()) {
                if (data.rank() < index.rank() || !data.slice(0, index.rank()).isCompatibleWith(index)) {
                    throw new InvalidArgumentException("data[" + i + "].shape = " + data
                            + " does not start with indices[" + i + "].shape = " + index);
                }
                rest = rest.merge(data.from(index.rank()));
            }
            long[] known = c.integers(i);
            rows = known == null || rows == Shape.ANY ? Shape.ANY : Math.max(rows, max(known, index) + 1);
        }
        c.output(0, Shape.of(rows).concat(rest));
    }

    private static long max(long[] indices, Shape shape) {
        long max = -1;
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0) {
                throw new InvalidArgumentException("indices" + IndexTuples.position(i, shape) + " is out of range");
            }
            max = Math.max(max, indices[i]);
        }
        return max;
    }

    @Override
    protected void compute(Compute c) {
        int n = c.inputs() / 2;
        long rows = 0;
        for (int i = 0; i < n; i++) {
            rows = Math.max(rows, max(c.integers(i), c.shape(i)) + 1);
        }
        Shape rest = c.shape(n).from(c.shape(0).rank());
        int row = (int) rest.size();
        Elements merged = Elements.allocate(c.outputDType(0), Shape.of(rows).concat(rest));
        for (int k = 0; k < n; k++) {
            if (!c.shape(k).concat(rest).equals(c.shape(n + k))) {
                throw new InvalidArgumentException("Need data[0].shape["
                        + c.shape(0).rank() + ":] = data[" + k
                        + "].shape[" + c.shape(k).rank() + ":], got data[0].shape = " + c.shape(n) + ", data[" + k
                        + "].shape = " + c.shape(n + k));
            }
            long[] indices = c.integers(k);
            Elements data = Elements.of(c.input(n + k));
            for (int i = 0; i < indices.length; i++) {
                data.copyRange(i * row, merged, (int) indices[i] * row, row);
            }
        }
        c.output(0, merged.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        int n = b.node().inputCount() / 2;
        for (int i = 0; i < n; i++) {
            b.dx(n + i, b.tf().call("GatherV2", b.dy(0), b.input(i), b.tf().constant(0)));
        }
    }
}
