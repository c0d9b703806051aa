package io.leat.ops.fft;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The Fourier transform along the last three dimensions. */
@OpSpec("FFT3D(input: Tcomplex) -> (output: Tcomplex); Tcomplex: {complex64, complex128} = DT_COMPLEX64")
public final class FFT3D extends ComplexFourier {
    public FFT3D() {
        super(3, false, "IFFT3D");
    }

    /** See {@link FFT3D}. */
    @Endpoint("signal.fft3d")
    public static Output of(Ops tf, Operand input) {
        return tf.call("FFT3D", input);
    }
}
