package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;

/** The dataset of {@code batch_size} elements each along a new first dimension; the last ones may be fewer. */
@OpSpec("BatchDataset(input_dataset: variant, batch_size: int64) -> (handle: variant); "
        + "output_types: list(type) >= 1; output_shapes: list(shape) >= 1; metadata: string = ''")
public final class BatchDataset extends DatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        TupleDataset from = TupleDataset.of(c, 0);
        long size = scalar(c, 1, "batch_size");
        boolean drop = false;
        if (size <= 0) {
            throw new InvalidArgumentException("Batch size must be greater than zero.");
        }
        return TupleDataset.of(c.attrs(), () -> Passes.batch(from.recipe().start(), size, drop));
    }
}
