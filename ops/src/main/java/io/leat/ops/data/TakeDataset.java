package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;

/** The first {@code count} elements of a dataset; all of them for -1. */
@OpSpec("TakeDataset(input_dataset: variant, count: int64) -> (handle: variant); "
        + "output_types: list(type) >= 1; output_shapes: list(shape) >= 1; metadata: string = ''")
public final class TakeDataset extends DatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        TupleDataset from = TupleDataset.of(c, 0);
        long count = scalar(c, 1, "count");
        return TupleDataset.of(c.attrs(), () -> Passes.take(from.recipe().start(), count));
    }
}
