package io.leat.ops.fft;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The Fourier transform along the last two dimensions. */
@OpSpec("FFT2D(input: Tcomplex) -> (output: Tcomplex); Tcomplex: {complex64, complex128} = DT_COMPLEX64")
public final class FFT2D extends ComplexFourier {
    public FFT2D() {
        super(2, false, "IFFT2D");
    }

    /** See {@link FFT2D}. */
    @Endpoint("signal.fft2d")
    public static Output of(Ops tf, Operand input) {
        return tf.call("FFT2D", input);
    }
}
