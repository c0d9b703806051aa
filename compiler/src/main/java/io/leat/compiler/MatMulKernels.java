package io.leat.compiler;

import io.leat.ir.ArrayKernel;
import io.leat.ir.CoreOp;
import io.leat.ir.Instruction;
import io.leat.ir.ProductKernel;
import io.leat.kernels.Gemm;
import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import io.leat.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Matrix products by {@link Gemm}. */
final class MatMulKernels {
    private MatMulKernels() {}

    static ArrayKernel of(Instruction in, CoreOp.MatMul op) {
        Shape a = in.inputs().get(0).shape();
        Shape b = in.inputs().get(1).shape();
        Shape c = in.outputs().getFirst().shape();
        DType type = in.outputs().getFirst().dtype();
        if (type != DType.FLOAT32 && type != DType.FLOAT64) {
            throw new InternalException("no matrix product of " + type);
        }
        int m = (int) c.dim(-2);
        int n = (int) c.dim(-1);
        int k = (int) a.dim(op.transposeA() ? -2 : -1);
        int[] batchA = batchOffsets(a, c);
        int[] batchB = batchOffsets(b, c);
        return type == DType.FLOAT32
                ? floats(op, m, n, k, (int) a.dim(-1), (int) b.dim(-1), batchA, batchB)
                : doubles(op, m, n, k, (int) a.dim(-1), (int) b.dim(-1), batchA, batchB);
    }

    /** The kernel of a product with one matrix on the right that is worth preparing, or else null. */
    static @Nullable ProductKernel product(Instruction in, CoreOp.MatMul op) {
        Shape a = in.inputs().get(0).shape();
        Shape b = in.inputs().get(1).shape();
        int k = (int) a.dim(-1);
        long rows = k == 0 ? 0 : a.size() / k;
        if (op.transposeA() || b.size() != b.dim(-1) * b.dim(-2) || rows > Integer.MAX_VALUE) {
            return null;
        }
        int n = (int) in.outputs().getFirst().shape().dim(-1);
        int ldb = (int) b.dim(-1);
        ProductKernel kernel = in.outputs().getFirst().dtype() == DType.FLOAT32
                ? new FloatMatMul(op.transposeB(), (int) rows, n, k, ldb)
                : new DoubleMatMul(op.transposeB(), (int) rows, n, k, ldb);
        return kernel.preparedSize() > 0 ? kernel : null;
    }

    private static ArrayKernel floats(
            CoreOp.MatMul op, int m, int n, int k, int lda, int ldb, int[] batchA, int[] batchB) {
        boolean ta = op.transposeA();
        boolean tb = op.transposeB();
        int batch = batchA.length;
        int strideA = stride(batchA);
        int strideB = stride(batchB);
        if (strideA >= 0 && strideB >= 0) {
            return (in, out, p) -> Gemm.sgemmBatch(
                    batch,
                    ta,
                    tb,
                    m,
                    n,
                    k,
                    (float[]) in[0],
                    0,
                    lda,
                    strideA,
                    (float[]) in[1],
                    0,
                    ldb,
                    strideB,
                    false,
                    (float[]) out[0],
                    0,
                    n,
                    m * n,
                    p);
        }
        return (in, out, p) -> {
            for (int i = 0; i < batch; i++) {
                Gemm.sgemm(
                        ta,
                        tb,
                        m,
                        n,
                        k,
                        (float[]) in[0],
                        batchA[i],
                        lda,
                        (float[]) in[1],
                        batchB[i],
                        ldb,
                        false,
                        (float[]) out[0],
                        i * m * n,
                        n,
                        p);
            }
        };
    }

    private static ArrayKernel doubles(
            CoreOp.MatMul op, int m, int n, int k, int lda, int ldb, int[] batchA, int[] batchB) {
        boolean ta = op.transposeA();
        boolean tb = op.transposeB();
        return (in, out, p) -> {
            for (int i = 0; i < batchA.length; i++) {
                Gemm.dgemm(
                        ta,
                        tb,
                        m,
                        n,
                        k,
                        (double[]) in[0],
                        batchA[i],
                        lda,
                        (double[]) in[1],
                        batchB[i],
                        ldb,
                        false,
                        (double[]) out[0],
                        i * m * n,
                        n,
                        p);
            }
        };
    }

    /** Where the matrix of each product begins, broadcast over the leading dimensions. */
    private static int[] batchOffsets(Shape operand, Shape result) {
        int rank = result.rank();
        int matrix = (int) (operand.dim(-1) * operand.dim(-2));
        int count = (int) result.slice(0, rank - 2).size();
        int[] strides = new int[rank - 2];
        int stride = matrix;
        for (int d = rank - 3; d >= 0; d--) {
            strides[d] = operand.dim(d) == 1 ? 0 : stride;
            stride *= (int) operand.dim(d);
        }
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            int rest = i;
            for (int d = rank - 3; d >= 0; d--) {
                int size = (int) result.dim(d);
                out[i] += rest % size * strides[d];
                rest /= size;
            }
        }
        return out;
    }

    /** The common distance of the offsets, or -1 if there is none. */
    private static int stride(int[] offsets) {
        int stride = offsets.length < 2 ? 0 : offsets[1] - offsets[0];
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] - offsets[i - 1] != stride) {
                return -1;
            }
        }
        return stride;
    }
}
