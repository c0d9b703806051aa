package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The products [..., m, n] of matrices [..., m, k] and [..., k, n], whose leading dimensions broadcast. */
@OpSpec("BatchMatMulV2(x: T, y: T) -> (output: T); "
        + "T: {bfloat16, half, float, double, int16, int32, int64, uint8, uint16, uint32, uint64, complex64, complex128}; "
        + "adj_x: bool = false; adj_y: bool = false; grad_x: bool = false; grad_y: bool = false")
public final class BatchMatMulV2 extends BatchProduct {
    @Endpoint("linalg.batchMatmul")
    public static Output of(Ops tf, Operand x, Operand y, boolean adjX, boolean adjY) {
        return tf.op("BatchMatMulV2")
                .input(x)
                .input(y)
                .attr("adj_x", adjX)
                .attr("adj_y", adjY)
                .add()
                .output(0);
    }

    @Override
    protected boolean broadcasts() {
        return true;
    }
}
