package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;

/** The dataset itself: the options say how fast elements are made, not what they are. */
@OpSpec("OptionsDataset(input_dataset: variant) -> (handle: variant); serialized_options: string; "
        + "output_types: list(type) >= 1; output_shapes: list(shape) >= 1; metadata: string = ''")
public final class OptionsDataset extends DatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        TupleDataset from = TupleDataset.of(c, 0);
        return TupleDataset.of(c.attrs(), from.recipe());
    }
}
