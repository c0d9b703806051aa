package io.leat.compiler;

import io.leat.ir.ArrayKernel;
import io.leat.ir.CoreOp;
import io.leat.ir.Instruction;
import io.leat.kernels.ProductSum;
import io.leat.tensor.InternalException;
import io.leat.tensor.Shape;

/** Sums of matrix products by {@link ProductSum}. */
final class ProductSumKernels {
    private ProductSumKernels() {}

    static ArrayKernel of(Instruction in, CoreOp.ProductSum op) {
        int pairs = in.inputs().size() / 2;
        int[] inner = new int[pairs];
        for (int i = 0; i < pairs; i++) {
            inner[i] = (int) in.inputs().get(2 * i).shape().dim(op.transposeA() ? 0 : 1);
        }
        Shape c = in.outputs().getFirst().shape();
        var sum = new ProductSum(op.transposeA(), op.transposeB(), (int) c.dim(0), (int) c.dim(1), inner);
        return switch (in.outputs().getFirst().dtype()) {
            case FLOAT32 -> (x, out, p) -> sum.floats(x, (float[]) out[0], p);
            case FLOAT64 -> (x, out, p) -> sum.doubles(x, (double[]) out[0], p);
            default ->
                throw new InternalException(
                        "no matrix product of " + in.outputs().getFirst().dtype());
        };
    }
}
