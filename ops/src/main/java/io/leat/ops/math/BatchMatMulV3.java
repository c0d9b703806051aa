package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;

/** The products of matrices, whose leading dimensions broadcast, of two dtypes in a third: both operands are converted. */
@OpSpec("BatchMatMulV3(x: Ta, y: Tb) -> (output: Tout); "
        + "Ta: {bfloat16, half, float, double, uint8, int8, int16, int32, int64, complex64, complex128}; "
        + "Tb: {bfloat16, half, float, double, uint8, int8, int16, int32, int64, complex64, complex128}; "
        + "Tout: {bfloat16, half, float, double, int16, int32, int64, complex64, complex128}; "
        + "adj_x: bool = false; adj_y: bool = false; grad_x: bool = false; grad_y: bool = false")
public final class BatchMatMulV3 extends BatchProduct {
    @Endpoint("linalg.batchMatmul")
    public static Output of(Ops tf, Operand x, Operand y, DType type) {
        return tf.op("BatchMatMulV3").input(x).input(y).attr("Tout", type).add().output(0);
    }

    @Override
    protected boolean broadcasts() {
        return true;
    }
}
