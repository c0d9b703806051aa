package io.leat.ops.parsing;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.List;

/**
 * The features of serialised {@code Example} messages [n]: sparse ones as indices, values and shape of a sparse tensor of
 * n rows, dense ones of shape s as tensors [n, s].
 */
@OpSpec("ParseExample(serialized: string, names: string, sparse_keys: Nsparse * string, "
        + "dense_keys: Ndense * string, dense_defaults: Tdense) -> "
        + "(sparse_indices: Nsparse * int64, sparse_values: sparse_types, sparse_shapes: Nsparse * int64, "
        + "dense_values: Tdense); Nsparse: int >= 0; Ndense: int >= 0; "
        + "sparse_types: list({float, int64, string}) >= 0; Tdense: list({float, int64, string}) >= 0; "
        + "dense_shapes: list(shape) >= 0")
public final class ParseExample extends ExampleParsing {
    @Override
    protected void infer(Inference c) {
        shapes(c, c.shape(0, 1));
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 1) {
            throw new InvalidArgumentException("Expected serialized to be a vector, got shape: " + c.shape(0));
        }
        int sparse = c.attrs().intValue("Nsparse");
        int dense = c.attrs().intValue("Ndense");
        List<String> sparseKeys = new ArrayList<>();
        List<String> denseKeys = new ArrayList<>();
        for (int i = 0; i < sparse; i++) {
            sparseKeys.addAll(keys(c.input(2 + i)));
        }
        for (int i = 0; i < dense; i++) {
            denseKeys.addAll(keys(c.input(2 + sparse + i)));
        }
        var batch = new ExampleBatch(c.input(0), Raw.strings(c.input(1)));
        outputs(c, batch, sparseKeys, denseKeys, 2 + sparse + dense);
    }
}
