package io.leat.ops.fft;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The inverse Fourier transform along the last three dimensions. */
@OpSpec("IFFT3D(input: Tcomplex) -> (output: Tcomplex); Tcomplex: {complex64, complex128} = DT_COMPLEX64")
public final class IFFT3D extends ComplexFourier {
    public IFFT3D() {
        super(3, true, "FFT3D");
    }

    /** See {@link IFFT3D}. */
    @Endpoint("signal.ifft3d")
    public static Output of(Ops tf, Operand input) {
        return tf.call("IFFT3D", input);
    }
}
