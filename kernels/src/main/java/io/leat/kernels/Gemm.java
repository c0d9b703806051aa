package io.leat.kernels;

/**
 * Products of matrices, {@code C = op(A) · op(B)} or {@code C += op(A) · op(B)}, where op transposes or not. All
 * matrices are stored by rows: op(A) is m by k, element (i, p) at {@code aOffset + i * lda + p}, or at
 * {@code aOffset + p * lda + i} when {@code transA}; op(B) is k by n, C is m by n, likewise.
 *
 * <p>Sizes may be 0; with {@code k == 0} the product is zero. C must not overlap A or B. Elements of an array beyond
 * those named are neither read into a result nor written. Results do not depend on the number of threads. Sums are
 * taken in the type of the elements, with fused multiply-adds.
 */
public final class Gemm {
    private Gemm() {}

    /** The product of two matrices of {@code float}. */
    public static void sgemm(
            boolean transA,
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
            boolean accumulate,
            float[] c,
            int cOffset,
            int ldc,
            Parallel parallel) {
        FloatGemm.gemm(
                transA, transB, m, n, k, a, aOffset, lda, b, bOffset, ldb, accumulate, c, cOffset, ldc, parallel);
    }

    /** The product of two matrices of {@code double}. */
    public static void dgemm(
            boolean transA,
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
            boolean accumulate,
            double[] c,
            int cOffset,
            int ldc,
            Parallel parallel) {
        DoubleGemm.gemm(
                transA, transB, m, n, k, a, aOffset, lda, b, bOffset, ldb, accumulate, c, cOffset, ldc, parallel);
    }

    /**
     * The products of {@code batch} pairs of matrices of {@code float}: the matrices of pair i begin at
     * {@code aOffset + i * aStride}, {@code bOffset + i * bStride} and {@code cOffset + i * cStride}. A stride of A or B
     * may be 0, for one matrix that serves all pairs; the matrices of C must not overlap.
     */
    public static void sgemmBatch(
            int batch,
            boolean transA,
            boolean transB,
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            int aStride,
            float[] b,
            int bOffset,
            int ldb,
            int bStride,
            boolean accumulate,
            float[] c,
            int cOffset,
            int ldc,
            int cStride,
            Parallel parallel) {
        FloatGemm.batch(
                batch,
                transA,
                transB,
                m,
                n,
                k,
                a,
                aOffset,
                lda,
                aStride,
                b,
                bOffset,
                ldb,
                bStride,
                accumulate,
                c,
                cOffset,
                ldc,
                cStride,
                parallel);
    }

    /** The products of {@code batch} pairs of matrices of {@code double}: see {@link #sgemmBatch}. */
    public static void dgemmBatch(
            int batch,
            boolean transA,
            boolean transB,
            int m,
            int n,
            int k,
            double[] a,
            int aOffset,
            int lda,
            int aStride,
            double[] b,
            int bOffset,
            int ldb,
            int bStride,
            boolean accumulate,
            double[] c,
            int cOffset,
            int ldc,
            int cStride,
            Parallel parallel) {
        DoubleGemm.batch(
                batch,
                transA,
                transB,
                m,
                n,
                k,
                a,
                aOffset,
                lda,
                aStride,
                b,
                bOffset,
                ldb,
                bStride,
                accumulate,
                c,
                cOffset,
                ldc,
                cStride,
                parallel);
    }
}
