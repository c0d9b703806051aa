package io.leat.ops.state;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.ir.VariableCell;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Parts of a resource variable: {@code output.shape = indices.shape[:-1] + value.shape[indices.shape[-1]:]}. */
@OpSpec(
        value = "ResourceGatherNd(resource: resource, indices: Tindices) -> (output: dtype); dtype: type; "
                + "Tindices: {int32, int64}",
        stateful = true)
public final class ResourceGatherNd extends Op {
    @Override
    protected void infer(Inference c) {
        Node.HandleInfo info = c.handle(0);
        Shape indices = c.shape(1).withRankAtLeast(1);
        if (info == null || !info.shape().hasRank() || !indices.hasRank()) {
            return;
        }
        if (indices.dim(indices.rank() - 1) != Shape.ANY) {
            Shape row = info.shape().from(Rows.depth(indices, info.shape()));
            c.output(0, indices.slice(0, indices.rank() - 1).concat(row));
        }
    }

    @Override
    protected void compute(Compute c) {
        VariableCell cell = Cells.of(c, 0);
        Tensor value = cell.borrow();
        try {
            Cells.require(value, c.outputDType(0));
            Shape at = c.shape(1);
            int depth = Rows.depth(at, value.shape());
            Shape row = value.shape().from(depth);
            int inner = (int) row.size();
            int[] rows = Rows.ofTuples(c.integers(1), at, depth, value.shape());
            Elements x = Elements.of(value);
            Elements y =
                    Elements.allocate(value.dtype(), at.slice(0, at.rank() - 1).concat(row));
            for (int i = 0; i < rows.length; i++) {
                x.copyRange(rows[i] * inner, y, i * inner, inner);
            }
            c.output(0, y.tensor());
        } finally {
            cell.release(value);
        }
    }
}
