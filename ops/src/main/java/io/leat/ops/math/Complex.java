package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.family.Broadcast;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The complex numbers with the given real and imaginary parts, which are broadcast. */
@OpSpec("Complex(real: T, imag: T) -> (out: Tout); "
        + "T: {float, double} = DT_FLOAT; Tout: {complex64, complex128} = DT_COMPLEX64")
public final class Complex extends Op {
    @Endpoint("math.complex")
    public static Output of(Ops tf, Operand real, Operand imag) {
        boolean wide = real.output().dtype() == DType.FLOAT64;
        return tf.op("Complex")
                .input(real)
                .input(imag)
                .attr("Tout", wide ? DType.COMPLEX128 : DType.COMPLEX64)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0).broadcast(c.shape(1)));
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(0).broadcast(c.shape(1));
        int[] ofReal = Broadcast.indices(c.shape(0), shape);
        int[] ofImag = Broadcast.indices(c.shape(1), shape);
        Elements re = Elements.of(c.input(0));
        Elements im = Elements.of(c.input(1));
        Elements z = Elements.allocate(c.outputDType(0), shape);
        for (int i = 0; i < ofReal.length; i++) {
            z.set(i, re.real(ofReal[i]), im.real(ofImag[i]));
        }
        c.output(0, z.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        b.dx(0, Broadcast.sumTo(tf, Real.of(tf, b.dy(0)), b.input(0), b.input(1)));
        b.dx(1, Broadcast.sumTo(tf, Imag.of(tf, b.dy(0)), b.input(1), b.input(0)));
    }
}
