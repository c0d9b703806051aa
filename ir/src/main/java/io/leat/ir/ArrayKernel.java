package io.leat.ir;

import io.leat.kernels.Parallel;

/**
 * A loop over primitive arrays, closed over its sizes. Arrays hold the elements in row-major order from index 0; the
 * output arrays contain garbage before. Stateless: the same inputs give the same bits, on any number of threads.
 */
@FunctionalInterface
public interface ArrayKernel {
    void run(Object[] inputs, Object[] outputs, Parallel parallel);
}
