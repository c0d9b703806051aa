package io.leat.ops.fft;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;

/** Real numbers from half of their spectrum, along the last two dimensions. */
@OpSpec("IRFFT2D(input: Tcomplex, fft_length: int32) -> (output: Treal); "
        + "Treal: {float, double} = DT_FLOAT; Tcomplex: {complex64, complex128} = DT_COMPLEX64")
public final class IRFFT2D extends RealFourier {
    public IRFFT2D() {
        super(2, true);
    }

    /** See {@link IRFFT2D}. */
    @Endpoint("signal.irfft2d")
    public static Output of(Ops tf, Operand input, Operand fftLength) {
        boolean wide = input.output().dtype() == DType.COMPLEX128;
        return tf.op("IRFFT2D")
                .input(input)
                .input(fftLength)
                .attr("Treal", wide ? DType.FLOAT64 : DType.FLOAT32)
                .add()
                .output(0);
    }
}
