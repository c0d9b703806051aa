package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Combines rows of a variable with updates, one index after the other. */
abstract class ScatterRows extends Op {
    private final Combination combination;

    ScatterRows(Combination combination) {
        this.combination = combination;
    }

    @Override
    protected void infer(Inference c) {
        Node.HandleInfo info = c.handle(0);
        if (info != null
                && info.shape().hasRank()
                && c.shape(1).hasRank()
                && c.shape(2).rank() > 0) {
            Shape target = info.shape().withRankAtLeast(1);
            c.shape(1).concat(target.from(1)).merge(c.shape(2));
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
            if (t.shape().rank() < 1) {
                throw new InvalidArgumentException("params must be at least 1-D, got shape " + t.shape());
            }
            Shape row = t.shape().from(1);
            boolean scalar = updates.shape().rank() == 0;
            if (!scalar && !updates.shape().equals(at.concat(row))) {
                throw new InvalidArgumentException(
                        "Must have updates.shape = indices.shape + params.shape[1:] or updates.shape = [], got "
                                + "updates.shape " + updates.shape() + ", indices.shape " + at + ", params.shape "
                                + t.shape());
            }
            int[] rows = Rows.of(indices, at, t.shape().dim(0));
            scatter(combination, Elements.of(t), rows, (int) row.size(), updates, scalar);
        });
        if (c.node().outputCount() > 0) {
            c.output(0, c.input(0));
        }
    }

    /** Row {@code rows[i]} of {@code target} gets row {@code i} of {@code updates}, or their only element. */
    static void scatter(Combination kind, Elements target, int[] rows, int inner, Elements updates, boolean scalar) {
        for (int i = 0; i < rows.length; i++) {
            int to = rows[i] * inner;
            if (kind == Combination.UPDATE && !scalar) {
                updates.copyRange(i * inner, target, to, inner);
                continue;
            }
            for (int k = 0; k < inner; k++) {
                kind.apply(target, to + k, updates, scalar ? 0 : i * inner + k);
            }
        }
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
