package io.leat.ops.random;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.kernels.Philox;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;

/** Uniform random integers in [minval, maxval), which are two scalars. */
abstract class UniformIntegers extends Op {
    /** The input before {@code minval} and {@code maxval}. */
    abstract int bounds();

    abstract Philox start(Compute c, int n);

    @Override
    protected void infer(Inference c) {
        Streams.infer(c);
        c.shape(bounds(), 0);
        c.shape(bounds() + 1, 0);
    }

    @Override
    protected void compute(Compute c) {
        Tensor out = Raw.allocate(c.outputDType(0), Streams.shape(c, 0));
        for (int i = bounds(); i <= bounds() + 1; i++) {
            if (c.shape(i).rank() != 0) {
                throw new InvalidArgumentException(
                        signature().inputs().get(i).name() + " must be 0-D, got shape " + c.shape(i));
            }
        }
        int n = (int) out.size();
        long low = c.integers(bounds())[0];
        long high = c.integers(bounds() + 1)[0];
        if (n > 0) {
            if (low >= high) {
                throw new InvalidArgumentException("Need minval < maxval, got " + low + " >= " + high);
            }
            Philox start = start(c, n);
            if (out.dtype() == DType.INT32) {
                io.leat.kernels.RandomUniform.fill(
                        start, (int) low, (int) high, Raw.ints(out), 0, n, Streams.parallel(c));
            } else {
                io.leat.kernels.RandomUniform.fill(start, low, high, Raw.longs(out), 0, n, Streams.parallel(c));
            }
        }
        c.output(0, out);
    }

    @Override
    protected void gradient(Backprop b) {
        // integers: no gradient
    }
}
