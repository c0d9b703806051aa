package io.leat.ops.fft;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * Fourier transforms between real numbers and the half of their spectrum that is not mirrored, along the last 1, 2 or 3
 * dimensions. {@code fft_length} says how many real numbers there are in each of these; of the spectrum's last dimension
 * {@code fft_length / 2 + 1} are kept. Inputs that are larger are cut.
 */
abstract sealed class RealFourier extends Op permits IRFFT, IRFFT2D, IRFFT3D, RFFT, RFFT2D, RFFT3D {
    private final int rank;
    private final boolean inverse;

    RealFourier(int rank, boolean inverse) {
        this.rank = rank;
        this.inverse = inverse;
    }

    private String suffix() {
        return rank == 1 ? "" : rank + "D";
    }

    @Override
    protected final void infer(Inference c) {
        Shape s = c.shape(0);
        c.shape(1, 1);
        if (s.hasRank() && s.rank() < rank) {
            throw new InvalidArgumentException("Shape must be at least rank " + rank + " but is rank " + s.rank());
        }
        if (!s.hasRank()) {
            c.output(0, Shape.UNKNOWN);
            return;
        }
        long[] lengths = c.integers(1);
        long[] dims = s.dims().clone();
        for (int i = 0; i < rank; i++) {
            int at = dims.length - rank + i;
            dims[at] = lengths == null || lengths.length != rank
                    ? Shape.ANY
                    : i == rank - 1 && !inverse ? half(lengths[i]) : lengths[i];
        }
        c.output(0, Shape.of(dims));
    }

    private static long half(long length) {
        return length == 0 ? 0 : length / 2 + 1;
    }

    @Override
    protected final void compute(Compute c) {
        Shape s = c.shape(0);
        if (s.rank() < rank) {
            throw new InvalidArgumentException("Input must have rank of at least " + rank + " but got: " + s);
        }
        if (!c.shape(1).equals(Shape.of(rank))) {
            throw new InvalidArgumentException("fft_length must have shape [" + rank + "]");
        }
        int[] lengths = c.ints(1);
        int[] spectrum = lengths.clone();
        spectrum[rank - 1] = (int) half(lengths[rank - 1]);
        int[] needed = inverse ? spectrum : lengths;
        for (int i = 0; i < rank; i++) {
            if (lengths[i] < 0) {
                throw new InvalidArgumentException("fft_length[" + i + "] must >= 0, but got: " + lengths[i]);
            }
            long size = s.dim(s.rank() - rank + i);
            if (s.size() > 0 && size < needed[i]) {
                throw new InvalidArgumentException("Input dimension " + (s.rank() - rank + i)
                        + " must have length of at least " + needed[i] + " but got: " + size);
            }
        }
        Spectrum x = Spectrum.read(Elements.of(c.input(0)), needed);
        if (inverse) {
            for (int axis = 0; axis < rank - 1; axis++) {
                x.transform(axis, true);
            }
            Spectrum whole = x.mirrored(lengths[rank - 1]);
            whole.transform(rank - 1, true);
            c.output(0, whole.write(c.outputDType(0), s, lengths));
        } else {
            for (int axis = rank - 1; axis >= 0; axis--) {
                x.transform(axis, false);
            }
            c.output(0, x.write(c.outputDType(0), s, spectrum));
        }
    }

    @Override
    protected final void gradient(Backprop b) {
        if (inverse) {
            spectrumGradient(b);
        } else {
            realGradient(b);
        }
    }

    /** The half spectrum's gradient, filled up with zeros and transformed back: each number's part in all frequencies. */
    private void realGradient(Backprop b) {
        Ops tf = b.tf();
        Output lengths = b.input(1);
        Output dy = b.dy(0);
        Output lead = tf.op("StridedSlice")
                .input(tf.call("Shape", dy))
                .input(tf.constant(new int[] {0}))
                .input(tf.constant(new int[] {-rank}))
                .input(tf.constant(new int[] {1}))
                .attr("begin_mask", 1)
                .add()
                .output(0);
        Output full = concat(tf, lead, lengths);
        Output whole = pad(tf, dy, full);
        Output back = tf.call("I" + "FFT" + suffix(), whole);
        Output scaled = tf.call("Mul", back, ComplexFourier.size(tf, whole, rank));
        DType real = b.input(0).dtype();
        Output dx = tf.op("Real").input(scaled).attr("Tout", real).add().output(0);
        b.dx(0, pad(tf, dx, tf.call("Shape", b.input(0))));
    }

    /** Numbers of the spectrum that are mirrored count twice. */
    private void spectrumGradient(Backprop b) {
        Ops tf = b.tf();
        Output dy = b.dy(0);
        Output spectrum = tf.op("RFFT" + suffix())
                .input(dy)
                .input(b.input(1))
                .attr("Tcomplex", b.input(0).dtype())
                .add()
                .output(0);
        Output length = tf.op("StridedSlice")
                .input(b.input(1))
                .input(tf.constant(new int[] {-1}))
                .input(tf.constant(new int[] {0}))
                .input(tf.constant(new int[] {1}))
                .attr("end_mask", 1)
                .attr("shrink_axis_mask", 1)
                .add()
                .output(0);
        Output count = tf.call("AddV2", tf.call("FloorDiv", length, tf.constant(2)), tf.constant(1));
        Output k = tf.call("Range", tf.constant(0), count, tf.constant(1));
        Output alone = tf.call(
                "LogicalOr",
                tf.call("Equal", k, tf.constant(0)),
                tf.call("Equal", tf.call("Mul", k, tf.constant(2)), length));
        Output ones = tf.call("OnesLike", k);
        Output weight = tf.call("SelectV2", alone, ones, tf.call("Mul", ones, tf.constant(2)));
        Output complexWeight = tf.op("Cast")
                .input(weight)
                .attr("DstT", b.input(0).dtype())
                .add()
                .output(0);
        Output size = tf.op("Cast")
                .input(tf.call("Prod", b.input(1), tf.constant(new int[] {0})))
                .attr("DstT", b.input(0).dtype())
                .add()
                .output(0);
        Output dx = tf.call("Mul", spectrum, tf.call("RealDiv", complexWeight, size));
        b.dx(0, pad(tf, dx, tf.call("Shape", b.input(0))));
    }

    private static Output concat(Ops tf, Output a, Output b) {
        return tf.op("ConcatV2")
                .inputs(java.util.List.of(a, b))
                .input(tf.constant(0))
                .add()
                .output(0);
    }

    /** x with zeros behind it up to a shape. */
    private static Output pad(Ops tf, Output x, Output shape) {
        Output behind = tf.call("Sub", shape, tf.call("Shape", x));
        Output pads = tf.op("Pack")
                .inputs(java.util.List.of(tf.call("ZerosLike", behind), behind))
                .attr("axis", 1)
                .add()
                .output(0);
        return tf.call("Pad", x, pads);
    }

    @Override
    public final Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
