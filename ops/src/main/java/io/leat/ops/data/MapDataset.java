package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.tensor.Tensor;

/** The dataset of what a function gives for each element. */
@OpSpec("MapDataset(input_dataset: variant, other_arguments: Targuments) -> (handle: variant); "
        + "f: func; Targuments: list(type) >= 0; output_types: list(type) >= 1; "
        + "output_shapes: list(shape) >= 1; use_inter_op_parallelism: bool = true; "
        + "preserve_cardinality: bool = false; force_synchronous: bool = false; metadata: string = ''")
public final class MapDataset extends FunctionDatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        TupleDataset from = TupleDataset.of(c, 0);
        ElementFunction f = ElementFunction.of(c, 0);
        return TupleDataset.of(c.attrs(), () -> {
            TupleDataset.Iteration pass = from.recipe().start();
            return run -> {
                Tensor[] element = pass.next(run);
                return element == null ? null : f.call(element, run);
            };
        });
    }
}
