package io.leat.ops.audio;

import io.leat.graph.Accuracy;
import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;

/**
 * The magnitudes, or their squares, of the Fourier transforms of pieces of {@code window_size} samples, {@code stride}
 * apart, under Hann's window and filled up to a power of 2 with zeros: of samples [samples, channels] a tensor
 * [channels, pieces, frequencies].
 */
@OpSpec("AudioSpectrogram(input: float) -> (spectrogram: float); window_size: int; stride: int; "
        + "magnitude_squared: bool = false")
public final class AudioSpectrogram extends Op {
    private static int transformSize(int window) {
        int n = 1;
        while (n < window) {
            n *= 2;
        }
        return n;
    }

    private static Shape shape(Attrs attrs, Shape input) {
        long window = attrs.integer("window_size");
        long stride = attrs.integer("stride");
        if (window < 2 || window > 1 << 24) {
            throw new InvalidArgumentException("window size must be at least 2, got " + window);
        }
        if (stride < 1) {
            throw new InvalidArgumentException("stride must be strictly positive, got " + stride);
        }
        long samples = input.dim(0);
        long pieces = samples == Shape.ANY ? Shape.ANY : samples < window ? 0 : 1 + (samples - window) / stride;
        return Shape.of(input.dim(1), pieces, transformSize((int) window) / 2 + 1);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, shape(c.attrs(), c.shape(0, 2)));
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 2) {
            throw new InvalidArgumentException("input must be 2-dimensional, got shape " + c.shape(0));
        }
        Shape shape = shape(c.attrs(), c.shape(0));
        int window = c.attrs().intValue("window_size");
        int stride = c.attrs().intValue("stride");
        boolean squared = c.attrs().bool("magnitude_squared");
        float[] in = Raw.floats(c.input(0));
        int channels = (int) shape.dim(0);
        Elements out = Elements.allocate(DType.FLOAT32, shape);
        var transform = new PowerOfTwoTransform(transformSize(window));
        int at = 0;
        for (int channel = 0; channel < channels; channel++) {
            for (int piece = 0; piece < shape.dim(1); piece++) {
                double[] re = new double[transform.size];
                double[] im = new double[transform.size];
                for (int i = 0; i < window; i++) {
                    double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / window);
                    re[i] = in[(piece * stride + i) * channels + channel] * hann;
                }
                transform.run(re, im);
                for (int k = 0; k <= transform.size / 2; k++) {
                    double power = re[k] * re[k] + im[k] * im[k];
                    out.set(at++, squared ? power : Math.sqrt(power));
                }
            }
        }
        c.output(0, out.tensor());
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
