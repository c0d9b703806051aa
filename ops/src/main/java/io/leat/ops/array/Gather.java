package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Rows of {@code params} picked by {@code indices}: {@code GatherV2} along the first dimension. */
@OpSpec("Gather(params: Tparams, indices: Tindices) -> (output: Tparams); validate_indices: bool = true; "
        + "Tparams: type; Tindices: {int32, int64}")
public final class Gather extends Op {
    @Override
    protected void infer(Inference c) {
        Shape params = c.shape(0);
        if (params.rank() == 0) {
            throw new InvalidArgumentException("Shape must be at least rank 1 but is rank 0");
        }
        if (params.hasRank()) {
            c.output(0, c.shape(1).concat(params.from(1)));
        }
    }

    @Override
    protected void compute(Compute c) {
        long[] indices = c.integers(1);
        int row = (int) c.shape(0).from(1).size();
        long rows = c.shape(0).dim(0);
        Elements x = Elements.of(c.input(0));
        Elements y =
                Elements.allocate(c.outputDType(0), c.shape(1).concat(c.shape(0).from(1)));
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= rows) {
                throw new InvalidArgumentException(
                        "indices[" + i + "] = " + indices[i] + " is not in [0, " + rows + ")");
            }
            x.copyRange((int) indices[i] * row, y, i * row, row);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        return GatherV2.lower(c, 0, 0);
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, GatherV2.rows(b.tf(), b.dy(0), b.input(0), b.input(1)));
    }
}
