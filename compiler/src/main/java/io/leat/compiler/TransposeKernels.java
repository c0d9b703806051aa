package io.leat.compiler;

import io.leat.ir.ArrayKernel;
import io.leat.ir.CoreOp;
import io.leat.ir.Instruction;
import io.leat.ir.Value;
import io.leat.kernels.Transpose;
import java.util.Arrays;

/** Permutations of dimensions by {@link Transpose}. */
final class TransposeKernels {
    private TransposeKernels() {}

    static ArrayKernel of(Instruction in, CoreOp.Transpose op) {
        Value x = in.inputs().getFirst();
        int lanes = x.dtype().lanes();
        int[] dims = x.shape().intDims();
        int[] permutation = op.permutation();
        if (lanes > 1) {
            int rank = dims.length;
            dims = Arrays.copyOf(dims, rank + 1);
            dims[rank] = lanes;
            permutation = Arrays.copyOf(permutation, rank + 1);
            permutation[rank] = rank;
        }
        int[] d = dims;
        int[] p = permutation;
        return (inputs, out, parallel) -> Transpose.permute(inputs[0], 0, d, p, out[0], 0, parallel);
    }
}
