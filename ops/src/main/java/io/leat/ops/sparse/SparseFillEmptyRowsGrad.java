package io.leat.ops.sparse;

import io.leat.graph.OpSpec;
import io.leat.ops.family.FilledRowsGradient;

/** The gradients of {@link SparseFillEmptyRows}: those of the entries, and the sum of all others for the default value. */
@OpSpec("SparseFillEmptyRowsGrad(reverse_index_map: int64, grad_values: T) -> (d_values: T, d_default_value: T); "
        + "T: type")
public final class SparseFillEmptyRowsGrad extends FilledRowsGradient {}
