package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;

/** The elements of the datasets that a function gives for each element: {@code block_length} from each of
 * {@code cycle_length} of them in turn.
 */
@OpSpec("InterleaveDataset(input_dataset: variant, other_arguments: Targuments, cycle_length: int64, "
        + "block_length: int64) -> (handle: variant); f: func; Targuments: list(type) >= 0; "
        + "output_types: list(type) >= 1; output_shapes: list(shape) >= 1; "
        + "metadata: string = ''")
public final class InterleaveDataset extends FunctionDatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        int others = 2;
        TupleDataset from = TupleDataset.of(c, 0);
        ElementFunction f = ElementFunction.of(c, others);
        long cycle = scalar(c, c.inputs() - others, "cycle_length");
        long block = scalar(c, c.inputs() - others + 1, "block_length");
        if (cycle <= 0) {
            throw new InvalidArgumentException("`cycle_length` must be > 0");
        }
        if (block <= 0) {
            throw new InvalidArgumentException("`block_length` must be > 0");
        }
        int open = Math.toIntExact(cycle);
        return TupleDataset.of(c.attrs(), () -> new InterleavePass(from.recipe().start(), f, open, block));
    }
}
