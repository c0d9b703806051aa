package io.leat.ir;

import io.leat.kernels.Parallel;

/**
 * A loop over primitive arrays, closed over its sizes. Arrays hold the elements in row-major order from index 0; the
 * output arrays contain garbage before. Stateless: the same inputs give the same bits, on any number of threads.
 */
@FunctionalInterface
public interface ArrayKernel {
    void run(Object[] inputs, Object[] outputs, Parallel parallel);

    /** How many arithmetic operations a run takes, for those who look for lost time; 0 where nobody said. */
    default double operations() {
        return 0;
    }

    /** The same loop, saying how many operations it takes. */
    default ArrayKernel withOperations(double operations) {
        ArrayKernel loop = this;
        return new ArrayKernel() {
            @Override
            public void run(Object[] inputs, Object[] outputs, Parallel parallel) {
                loop.run(inputs, outputs, parallel);
            }

            @Override
            public double operations() {
                return operations;
            }
        };
    }
}
