package io.leat.compiler;

import io.leat.ir.ProductKernel;
import io.leat.kernels.Finish;
import io.leat.kernels.Parallel;
import io.leat.kernels.PreparedGemm;

/** The kernel of an m by k matrix of {@code double} times a k by n one, whose rows in memory are {@code ldb} long. */
record DoubleMatMul(boolean transB, int m, int n, int k, int ldb) implements ProductKernel {
    @Override
    public int weights() {
        return 1;
    }

    @Override
    public int preparedSize() {
        return PreparedGemm.preparedDoubles(m, n, k);
    }

    @Override
    public Object preparation() {
        return new DoubleMatMul(transB, 0, n, k, ldb);
    }

    @Override
    public void prepare(Object weights, Object prepared, Parallel parallel) {
        PreparedGemm.prepare(transB, n, k, (double[]) weights, 0, ldb, (double[]) prepared, parallel);
    }

    @Override
    public void run(Object[] inputs, Object output, boolean prepared, Finish finish, Parallel parallel) {
        double[] a = (double[]) inputs[0];
        double[] b = (double[]) inputs[1];
        double[] c = (double[]) output;
        PreparedGemm.product(transB, m, n, k, a, 0, k, b, 0, ldb, prepared, c, 0, finish, parallel);
    }

    @Override
    public double operations() {
        return 2.0 * m * n * k;
    }
}
