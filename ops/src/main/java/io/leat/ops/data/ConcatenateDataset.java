package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;

/** The elements of one dataset and then those of another. */
@OpSpec("ConcatenateDataset(input_dataset: variant, another_dataset: variant) -> (handle: variant); "
        + "output_types: list(type) >= 1; output_shapes: list(shape) >= 1; metadata: string = ''")
public final class ConcatenateDataset extends DatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        TupleDataset first = TupleDataset.of(c, 0);
        TupleDataset second = TupleDataset.of(c, 1);
        if (!first.types().equals(second.types())) {
            throw new InvalidArgumentException("input dataset and dataset to concatenate have different output_types "
                    + first.types() + " and " + second.types());
        }
        return TupleDataset.of(
                c.attrs(), () -> Passes.concatenate(first.recipe().start(), second.recipe()));
    }
}
