package io.leat.ops.audio;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;

/** A WAV file of 16 bit PCM with samples [samples, channels] from -1 to 1, which are cut off there. */
@OpSpec("EncodeWav(audio: float, sample_rate: int32) -> (contents: string)")
public final class EncodeWav extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 2);
        c.shape(1, 0);
        c.output(0, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 2) {
            throw new InvalidArgumentException("audio must be 2-dimensional, got shape " + c.shape(0));
        }
        if (c.shape(1).rank() != 0) {
            throw new InvalidArgumentException("sample_rate should be a scalar, got shape " + c.shape(1));
        }
        int rate = c.ints(1)[0];
        int channels = (int) c.shape(0).dim(1);
        if (rate <= 0) {
            throw new InvalidArgumentException("sample_rate must be in (0, 2^32), got: " + rate);
        }
        if (channels <= 0 || channels > 0xffff) {
            throw new InvalidArgumentException("num_channels must be positive, got: " + channels);
        }
        float[] audio = Raw.floats(c.input(0));
        if (audio.length == 0) {
            throw new InvalidArgumentException("num_frames must be positive.");
        }
        short[] samples = new short[audio.length];
        for (int i = 0; i < samples.length; i++) {
            double v = audio[i] * 32768.0;
            double away = Math.signum(v) * Math.floor(Math.abs(v) + 0.5);
            samples[i] = (short) Math.clamp(away, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        Elements out = Elements.allocate(DType.STRING, Shape.SCALAR);
        out.setString(0, new WavFile(rate, channels, samples).bytes());
        c.output(0, out.tensor());
    }
}
