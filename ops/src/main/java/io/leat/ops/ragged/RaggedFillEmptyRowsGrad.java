package io.leat.ops.ragged;

import io.leat.graph.OpSpec;
import io.leat.ops.family.FilledRowsGradient;

/** The gradients of {@link RaggedFillEmptyRows}: those of the entries, and the sum of all others for the default value. */
@OpSpec("RaggedFillEmptyRowsGrad(reverse_index_map: int64, grad_values: T) -> (d_values: T, d_default_value: T); "
        + "T: type")
public final class RaggedFillEmptyRowsGrad extends FilledRowsGradient {}
