package io.leat.ops.parsing;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;

/** The features of one serialised {@code Example} message: sparse ones as sparse vectors, dense ones as tensors. */
@OpSpec("ParseSingleExample(serialized: string, dense_defaults: Tdense) -> "
        + "(sparse_indices: num_sparse * int64, sparse_values: sparse_types, sparse_shapes: num_sparse * int64, "
        + "dense_values: Tdense); num_sparse: int >= 0; sparse_keys: list(string) >= 0; "
        + "dense_keys: list(string) >= 0; sparse_types: list({float, int64, string}) >= 0; "
        + "Tdense: list({float, int64, string}) >= 0; dense_shapes: list(shape) >= 0")
public final class ParseSingleExample extends ExampleParsing {
    @Override
    protected void infer(Inference c) {
        long sparse = c.attrs().integer("num_sparse");
        int keys = c.attrs().texts("sparse_keys").size();
        int types = c.attrs().types("sparse_types").size();
        if (sparse != keys || sparse != types) {
            throw new InvalidArgumentException("num_sparse (" + sparse + ") must match the size of sparse_keys (" + keys
                    + ") and sparse_types (" + types + ")");
        }
        shapes(c, c.shape(0, 0));
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 0) {
            throw new InvalidArgumentException("Expected serialized to be a scalar, got shape: " + c.shape(0));
        }
        var batch = new ExampleBatch(c.input(0), new byte[0][]);
        outputs(c, batch, c.attrs().texts("sparse_keys"), c.attrs().texts("dense_keys"), 1);
    }
}
