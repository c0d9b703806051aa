package io.leat.ops.parsing;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Raw;
import java.util.List;

/**
 * The features of one serialised {@code Example} message or of a vector of them: sparse ones as indices, values and shape
 * of a sparse tensor, dense ones of shape s as tensors [n, s], ragged ones as values and row splits.
 */
@OpSpec("ParseExampleV2(serialized: string, names: string, sparse_keys: string, dense_keys: string, "
        + "ragged_keys: string, dense_defaults: Tdense) -> "
        + "(sparse_indices: num_sparse * int64, sparse_values: sparse_types, sparse_shapes: num_sparse * int64, "
        + "dense_values: Tdense, ragged_values: ragged_value_types, ragged_row_splits: ragged_split_types); "
        + "Tdense: list({float, int64, string}) >= 0; num_sparse: int >= 0; "
        + "sparse_types: list({float, int64, string}) >= 0; ragged_value_types: list({float, int64, string}) >= 0; "
        + "ragged_split_types: list({int32, int64}) >= 0; dense_shapes: list(shape) >= 0")
public final class ParseExampleV2 extends ExampleParsing {
    private static final int DEFAULTS = 5;

    @Override
    protected void infer(Inference c) {
        shapes(c, c.shape(0).withRankAtMost(1));
    }

    @Override
    protected void compute(Compute c) {
        var batch = new ExampleBatch(c.input(0), Raw.strings(c.input(1)));
        outputs(c, batch, keys(c.input(2)), keys(c.input(3)), DEFAULTS);
        List<String> ragged = keys(c.input(4));
        List<DType> types = c.attrs().types("ragged_value_types");
        List<DType> splits = c.attrs().types("ragged_split_types");
        check("ragged_keys", ragged.size(), "ragged_value_types", types.size());
        check("ragged_keys", ragged.size(), "ragged_split_types", splits.size());
        int at = 3 * c.attrs().types("sparse_types").size()
                + c.attrs().shapes("dense_shapes").size();
        for (int i = 0; i < ragged.size(); i++) {
            ExampleBatch.Ragged r = batch.ragged(ragged.get(i), types.get(i), splits.get(i));
            c.output(at + i, r.values());
            c.output(at + ragged.size() + i, r.splits());
        }
    }
}
