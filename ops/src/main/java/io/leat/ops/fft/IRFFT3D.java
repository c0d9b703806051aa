package io.leat.ops.fft;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;

/** Real numbers from half of their spectrum, along the last three dimensions. */
@OpSpec("IRFFT3D(input: Tcomplex, fft_length: int32) -> (output: Treal); "
        + "Treal: {float, double} = DT_FLOAT; Tcomplex: {complex64, complex128} = DT_COMPLEX64")
public final class IRFFT3D extends RealFourier {
    public IRFFT3D() {
        super(3, true);
    }

    /** See {@link IRFFT3D}. */
    @Endpoint("signal.irfft3d")
    public static Output of(Ops tf, Operand input, Operand fftLength) {
        boolean wide = input.output().dtype() == DType.COMPLEX128;
        return tf.op("IRFFT3D")
                .input(input)
                .input(fftLength)
                .attr("Treal", wide ? DType.FLOAT64 : DType.FLOAT32)
                .add()
                .output(0);
    }
}
