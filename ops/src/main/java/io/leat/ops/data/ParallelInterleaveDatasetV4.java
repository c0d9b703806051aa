package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;

/** The elements of the datasets that a function gives for each element: {@code block_length} from each of
 * {@code cycle_length} of them in turn, always in this order; -1 stands for a cycle of 10.
 */
@OpSpec("ParallelInterleaveDatasetV4(input_dataset: variant, other_arguments: Targuments, "
        + "cycle_length: int64, block_length: int64, buffer_output_elements: int64, "
        + "prefetch_input_elements: int64, num_parallel_calls: int64) -> (handle: variant); f: func; "
        + "deterministic: string = 'default'; Targuments: list(type) >= 0; "
        + "output_types: list(type) >= 1; output_shapes: list(shape) >= 1; "
        + "metadata: string = ''")
public final class ParallelInterleaveDatasetV4 extends FunctionDatasetOp {
    private static final int AUTOTUNED = 10;

    @Override
    TupleDataset dataset(Compute c) {
        int others = 5;
        TupleDataset from = TupleDataset.of(c, 0);
        ElementFunction f = ElementFunction.of(c, others);
        long cycle = scalar(c, c.inputs() - others, "cycle_length");
        long block = scalar(c, c.inputs() - others + 1, "block_length");
        if (cycle != -1 && cycle <= 0) {
            throw new InvalidArgumentException("`cycle_length` must be > 0");
        }
        if (block <= 0) {
            throw new InvalidArgumentException("`block_length` must be > 0");
        }
        int open = cycle == -1 ? AUTOTUNED : Math.toIntExact(cycle);
        return TupleDataset.of(c.attrs(), () -> new InterleavePass(from.recipe().start(), f, open, block));
    }
}
