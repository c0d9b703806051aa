package io.leat.ops.fft;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The inverse Fourier transform along the last two dimensions. */
@OpSpec("IFFT2D(input: Tcomplex) -> (output: Tcomplex); Tcomplex: {complex64, complex128} = DT_COMPLEX64")
public final class IFFT2D extends ComplexFourier {
    public IFFT2D() {
        super(2, true, "FFT2D");
    }

    /** See {@link IFFT2D}. */
    @Endpoint("signal.ifft2d")
    public static Output of(Ops tf, Operand input) {
        return tf.call("IFFT2D", input);
    }
}
