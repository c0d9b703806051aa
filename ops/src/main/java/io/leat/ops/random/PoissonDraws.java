package io.leat.ops.random;

import io.leat.kernels.Parallel;
import io.leat.kernels.Philox;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;

/** Poisson random numbers. */
abstract class PoissonDraws extends ParameterDraws {
    @Override
    Tensor draw(Philox start, Tensor parameters, int samples, Tensor out, Parallel parallel) {
        double[] rate = Numbers.doubles(parameters);
        int n = rate.length;
        switch (out.dtype()) {
            case FLOAT32 ->
                io.leat.kernels.RandomPoisson.fill(start, rate, 0, n, samples, Raw.floats(out), 0, parallel);
            case FLOAT64 ->
                io.leat.kernels.RandomPoisson.fill(start, rate, 0, n, samples, Raw.doubles(out), 0, parallel);
            case FLOAT16 ->
                io.leat.kernels.RandomPoisson.fillFloat16(start, rate, 0, n, samples, Raw.shorts(out), 0, parallel);
            case INT32 -> io.leat.kernels.RandomPoisson.fill(start, rate, 0, n, samples, Raw.ints(out), 0, parallel);
            case INT64 -> io.leat.kernels.RandomPoisson.fill(start, rate, 0, n, samples, Raw.longs(out), 0, parallel);
            default -> throw Distribution.unsupported(out);
        }
        return out;
    }
}
