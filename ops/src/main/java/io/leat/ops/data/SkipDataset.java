package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;

/** A dataset without its first {@code count} elements; empty for -1. */
@OpSpec("SkipDataset(input_dataset: variant, count: int64) -> (handle: variant); "
        + "output_types: list(type) >= 1; output_shapes: list(shape) >= 1; metadata: string = ''")
public final class SkipDataset extends DatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        TupleDataset from = TupleDataset.of(c, 0);
        long count = scalar(c, 1, "count");
        return TupleDataset.of(c.attrs(), () -> Passes.skip(from.recipe().start(), count));
    }
}
