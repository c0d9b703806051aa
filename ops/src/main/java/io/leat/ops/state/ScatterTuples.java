package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Combines the parts of a variable that index tuples name with updates, one tuple after the other. */
abstract class ScatterTuples extends Op {
    private final Combination combination;

    ScatterTuples(Combination combination) {
        this.combination = combination;
    }

    @Override
    protected void infer(Inference c) {
        Node.HandleInfo info = c.handle(0);
        Shape indices = c.shape(1).withRankAtLeast(1);
        if (info != null && info.shape().hasRank() && indices.hasRank()) {
            long depth = indices.dim(indices.rank() - 1);
            if (depth != Shape.ANY) {
                Shape row = info.shape().from(Rows.depth(indices, info.shape()));
                indices.slice(0, indices.rank() - 1).concat(row).merge(c.shape(2));
            }
        }
        if (c.outputs() > 0 && info != null) {
            c.output(0, info.shape());
            c.handle(0, info);
        }
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void compute(Compute c) {
        long[] indices = c.integers(1);
        Shape at = c.shape(1);
        Elements updates = Elements.of(c.input(2));
        Cells.of(c, 0).update(t -> {
            Cells.require(t, updates.dtype());
            int depth = Rows.depth(at, t.shape());
            Shape row = t.shape().from(depth);
            if (!updates.shape().equals(at.slice(0, at.rank() - 1).concat(row))) {
                throw new InvalidArgumentException("The inner dimensions of output.shape=" + t.shape()
                        + " and the outer ones of indices.shape=" + at + " must match updates.shape="
                        + updates.shape());
            }
            int[] rows = Rows.ofTuples(indices, at, depth, t.shape());
            ScatterRows.scatter(combination, Elements.of(t), rows, (int) row.size(), updates, false);
        });
        if (c.node().outputCount() > 0) {
            c.output(0, c.input(0));
        }
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
