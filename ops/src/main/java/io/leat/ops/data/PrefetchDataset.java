package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;

/** The dataset itself: elements are made when they are asked for. */
@OpSpec("PrefetchDataset(input_dataset: variant, buffer_size: int64) -> (handle: variant); "
        + "output_types: list(type) >= 1; output_shapes: list(shape) >= 1; slack_period: int = 0; "
        + "legacy_autotune: bool = true; buffer_size_min: int = 0; metadata: string = ''")
public final class PrefetchDataset extends DatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        TupleDataset from = TupleDataset.of(c, 0);
        long size = scalar(c, 1, "buffer_size");
        if (size < -1) {
            throw new InvalidArgumentException("buffer_size must be >= 0 or set buffer_size to be -1 for auto-tuning");
        }
        return TupleDataset.of(c.attrs(), from.recipe());
    }
}
