package io.leat.kernels;

/**
 * A sum of products of matrices, {@code C = Σ op(A_i) · op(B_i)}, where op transposes or not. All matrices are stored by
 * rows without gaps from index 0; op(A_i) is m by {@code inner[i]}, op(B_i) is {@code inner[i]} by n. C must not overlap
 * the others. Results do not depend on the number of threads.
 *
 * @param inner the inner dimension of each product
 */
public record ProductSum(boolean transA, boolean transB, int m, int n, int[] inner) {
    /** @param operands arrays of {@code float}: A_0, B_0, A_1, B_1 … */
    public void floats(Object[] operands, float[] c, Parallel parallel) {
        FloatProductSum.run(this, operands, c, parallel);
    }

    /** @param operands arrays of {@code double}: A_0, B_0, A_1, B_1 … */
    public void doubles(Object[] operands, double[] c, Parallel parallel) {
        DoubleProductSum.run(this, operands, c, parallel);
    }
}
