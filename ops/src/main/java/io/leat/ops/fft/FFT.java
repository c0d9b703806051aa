package io.leat.ops.fft;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The Fourier transform along the last dimension. */
@OpSpec("FFT(input: Tcomplex) -> (output: Tcomplex); Tcomplex: {complex64, complex128} = DT_COMPLEX64")
public final class FFT extends ComplexFourier {
    public FFT() {
        super(1, false, "IFFT");
    }

    /** See {@link FFT}. */
    @Endpoint("signal.fft")
    public static Output of(Ops tf, Operand input) {
        return tf.call("FFT", input);
    }
}
