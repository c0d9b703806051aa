package io.leat.ops.fft;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;

/** Half of the spectrum of real numbers, along the last two dimensions. */
@OpSpec("RFFT2D(input: Treal, fft_length: int32) -> (output: Tcomplex); "
        + "Treal: {float, double} = DT_FLOAT; Tcomplex: {complex64, complex128} = DT_COMPLEX64")
public final class RFFT2D extends RealFourier {
    public RFFT2D() {
        super(2, false);
    }

    /** See {@link RFFT2D}. */
    @Endpoint("signal.rfft2d")
    public static Output of(Ops tf, Operand input, Operand fftLength) {
        boolean wide = input.output().dtype() == DType.FLOAT64;
        return tf.op("RFFT2D")
                .input(input)
                .input(fftLength)
                .attr("Tcomplex", wide ? DType.COMPLEX128 : DType.COMPLEX64)
                .add()
                .output(0);
    }
}
