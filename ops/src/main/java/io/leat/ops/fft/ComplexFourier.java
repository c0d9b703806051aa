package io.leat.ops.fft;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * Fourier transforms of complex numbers along the last 1, 2 or 3 dimensions; the inverse divides by the number of
 * elements. The output has the shape of the input.
 */
abstract sealed class ComplexFourier extends Op permits FFT, FFT2D, FFT3D, IFFT, IFFT2D, IFFT3D {
    private final int rank;
    private final boolean inverse;
    private final String other;

    ComplexFourier(int rank, boolean inverse, String other) {
        this.rank = rank;
        this.inverse = inverse;
        this.other = other;
    }

    @Override
    protected final void infer(Inference c) {
        Shape s = c.shape(0);
        if (s.hasRank() && s.rank() < rank) {
            throw new InvalidArgumentException("Shape must be at least rank " + rank + " but is rank " + s.rank());
        }
        c.output(0, s);
    }

    @Override
    protected final void compute(Compute c) {
        Shape s = c.shape(0);
        if (s.rank() < rank) {
            throw new InvalidArgumentException("Input must have rank of at least " + rank + " but got: " + s);
        }
        int[] inner = new int[rank];
        for (int i = 0; i < rank; i++) {
            inner[i] = (int) s.dim(s.rank() - rank + i);
        }
        Spectrum x = Spectrum.read(Elements.of(c.input(0)), inner);
        for (int axis = 0; axis < rank; axis++) {
            x.transform(axis, inverse);
        }
        c.output(0, x.write(c.outputDType(0), s, inner));
    }

    /** The number of elements along the last dimensions of x, as a scalar of its dtype. */
    static Output size(Ops tf, Output x, int rank) {
        Output dims = tf.call("Shape", x);
        Output last = tf.op("StridedSlice")
                .input(dims)
                .input(tf.constant(new int[] {-rank}))
                .input(tf.constant(new int[] {0}))
                .input(tf.constant(new int[] {1}))
                .attr("end_mask", 1)
                .add()
                .output(0);
        Output product = tf.call("Prod", last, tf.constant(new int[] {0}));
        return tf.op("Cast").input(product).attr("DstT", x.dtype()).add().output(0);
    }

    @Override
    protected final void gradient(Backprop b) {
        Ops tf = b.tf();
        Output back = tf.call(other, b.dy(0));
        Output size = size(tf, b.dy(0), rank);
        b.dx(0, tf.call(inverse ? "RealDiv" : "Mul", back, size));
    }

    @Override
    public final Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
