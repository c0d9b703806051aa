package io.leat.ops.random;

import io.leat.kernels.Parallel;
import io.leat.kernels.Philox;
import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;

/** Gamma random numbers of scale 1. */
abstract class GammaDraws extends ParameterDraws {
    @Override
    Tensor draw(Philox start, Tensor parameters, int samples, Tensor out, Parallel parallel) {
        int n = (int) parameters.size();
        if (out.dtype() == DType.FLOAT64) {
            io.leat.kernels.RandomGamma.fill(
                    start, Raw.doubles(parameters), 0, n, samples, Raw.doubles(out), 0, parallel);
            return out;
        }
        Tensor floats = out.dtype() == DType.FLOAT32 ? out : Raw.allocate(DType.FLOAT32, out.shape());
        io.leat.kernels.RandomGamma.fill(
                start, Numbers.floats(parameters), 0, n, samples, Raw.floats(floats), 0, parallel);
        return Numbers.cast(floats, out.dtype());
    }
}
