package io.leat.kernels;

/**
 * Products of matrices as those of {@link Gemm}, for a right operand that stays the same for many of them, and for
 * results with which something is done as soon as they are there.
 */
public final class PreparedGemm {
    private PreparedGemm() {}

    /**
     * {@code c = a · op(b)} in {@code float}: a is m by k, op(b) is k by n, and the rows of c follow one another.
     *
     * @param prepared whether {@code b} is what {@link #prepare} made of the right operand
     * @param finish told which rows of c are final
     */
    public static void product(
            boolean transB,
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            boolean prepared,
            float[] c,
            int cOffset,
            Finish finish,
            Parallel parallel) {
        FloatProduct.run(transB, m, n, k, a, aOffset, lda, b, bOffset, ldb, prepared, c, cOffset, finish, parallel);
    }

    /** Writes the right operand to {@code prepared}, of the size told by {@link #preparedFloats}. */
    public static void prepare(
            boolean transB, int n, int k, float[] b, int bOffset, int ldb, float[] prepared, Parallel parallel) {
        FloatProduct.prepare(transB, n, k, b, bOffset, ldb, prepared, parallel);
    }

    /** Elements of a prepared right operand of {@code float}, 0 if these sizes want none. */
    public static int preparedFloats(int m, int n, int k) {
        return FloatProduct.preparedSize(m, n, k);
    }

    /**
     * {@code c = a · op(b)} in {@code double}: a is m by k, op(b) is k by n, and the rows of c follow one another.
     *
     * @param prepared whether {@code b} is what {@link #prepare} made of the right operand
     * @param finish told which rows of c are final
     */
    public static void product(
            boolean transB,
            int m,
            int n,
            int k,
            double[] a,
            int aOffset,
            int lda,
            double[] b,
            int bOffset,
            int ldb,
            boolean prepared,
            double[] c,
            int cOffset,
            Finish finish,
            Parallel parallel) {
        DoubleProduct.run(transB, m, n, k, a, aOffset, lda, b, bOffset, ldb, prepared, c, cOffset, finish, parallel);
    }

    /** Writes the right operand to {@code prepared}, of the size told by {@link #preparedDoubles}. */
    public static void prepare(
            boolean transB, int n, int k, double[] b, int bOffset, int ldb, double[] prepared, Parallel parallel) {
        DoubleProduct.prepare(transB, n, k, b, bOffset, ldb, prepared, parallel);
    }

    /** Elements of a prepared right operand of {@code double}, 0 if these sizes want none. */
    public static int preparedDoubles(int m, int n, int k) {
        return DoubleProduct.preparedSize(m, n, k);
    }
}
