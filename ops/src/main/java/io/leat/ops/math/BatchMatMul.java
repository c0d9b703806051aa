package io.leat.ops.math;

import io.leat.graph.OpSpec;

/** The products [..., m, n] of matrices [..., m, k] and [..., k, n] of equal leading dimensions. */
@OpSpec("BatchMatMul(x: T, y: T) -> (output: T); "
        + "T: {bfloat16, half, float, double, int32, int64, complex64, complex128}; "
        + "adj_x: bool = false; adj_y: bool = false; grad_x: bool = false; grad_y: bool = false")
public final class BatchMatMul extends BatchProduct {

    @Override
    protected boolean broadcasts() {
        return false;
    }
}
