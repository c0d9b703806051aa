package io.leat.ops.fft;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The inverse Fourier transform along the last dimension. */
@OpSpec("IFFT(input: Tcomplex) -> (output: Tcomplex); Tcomplex: {complex64, complex128} = DT_COMPLEX64")
public final class IFFT extends ComplexFourier {
    public IFFT() {
        super(1, true, "FFT");
    }

    /** See {@link IFFT}. */
    @Endpoint("signal.ifft")
    public static Output of(Ops tf, Operand input) {
        return tf.call("IFFT", input);
    }
}
