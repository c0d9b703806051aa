package io.leat.compiler.codegen;

/** A fused elementwise map over flat arrays. Any number of threads may run it, on disjoint parts of the outputs. */
public interface MapKernel {
    /**
     * Computes {@code n} elements: {@code outputs[k][outputAt + i] = body_k(…)} for {@code 0 <= i < n}, where an input's
     * element is found as its {@link Access} says. The arrays are those that the dtypes are kept in.
     *
     * <p>An output may be the array of an input that is read with {@link Access#SAME}; apart from that no output is
     * read.
     *
     * @param inputAt for each input its first element; not used for {@link Access#SAME}
     * @throws ArithmeticException if an integer divisor is 0
     * @throws io.leat.tensor.InvalidArgumentException if an integer exponent is negative
     */
    void run(Object[] inputs, int[] inputAt, Object[] outputs, int outputAt, int n);
}
