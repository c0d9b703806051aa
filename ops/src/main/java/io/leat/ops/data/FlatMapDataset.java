package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;

/** The elements, one after another, of the datasets that a function gives for each element. */
@OpSpec("FlatMapDataset(input_dataset: variant, other_arguments: Targuments) -> (handle: variant); "
        + "f: func; Targuments: list(type) >= 0; output_types: list(type) >= 1; output_shapes: list(shape) >= 1; "
        + "metadata: string = ''")
public final class FlatMapDataset extends FunctionDatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        TupleDataset from = TupleDataset.of(c, 0);
        ElementFunction f = ElementFunction.of(c, 0);
        return TupleDataset.of(c.attrs(), () -> new InterleavePass(from.recipe().start(), f, 1, Long.MAX_VALUE));
    }
}
