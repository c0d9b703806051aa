package io.leat.ops.audio;

import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;

/**
 * The samples of a WAV file of 16 bit PCM as numbers from -1 to 1, [samples, channels], and its rate in Hz. Where
 * {@code desired_samples} or {@code desired_channels} is positive, there are so many: zeros follow, the last channel is
 * repeated, the rest is left out.
 */
@OpSpec("DecodeWav(contents: string) -> (audio: float, sample_rate: int32); desired_channels: int = -1; "
        + "desired_samples: int = -1")
public final class DecodeWav extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 0);
        c.output(0, Shape.of(wanted(c.attrs(), "desired_samples"), wanted(c.attrs(), "desired_channels")));
        c.output(1, Shape.SCALAR);
    }

    private static long wanted(Attrs attrs, String name) {
        long n = attrs.integer(name);
        if (n == 0 || n < -1) {
            throw new InvalidArgumentException("Invalid output dimension: " + name + " is " + n);
        }
        return n;
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 0) {
            throw new InvalidArgumentException("contents must be scalar, got shape " + c.shape(0));
        }
        WavFile wav = WavFile.read(Raw.strings(c.input(0))[0]);
        int there = wav.samples.length / wav.channels;
        long channels = wanted(c.attrs(), "desired_channels");
        long samples = wanted(c.attrs(), "desired_samples");
        int width = channels < 0 ? wav.channels : Math.toIntExact(channels);
        int n = samples < 0 ? there : Math.toIntExact(samples);
        Elements out = Elements.allocate(DType.FLOAT32, Shape.of(n, width));
        for (int i = 0; i < Math.min(n, there); i++) {
            for (int j = 0; j < width; j++) {
                int from = i * wav.channels + Math.min(j, wav.channels - 1);
                out.set(i * width + j, wav.samples[from] / 32768.0);
            }
        }
        c.output(0, out.tensor());
        c.output(1, Tensor.scalar(wav.sampleRate));
    }
}
