package io.leat.ops.audio;

import io.leat.graph.Accuracy;
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
 * The first {@code dct_coefficient_count} coefficients of the cosine transform of the logarithms of
 * {@code filterbank_channel_count} mel filters: of squared spectrograms [channels, pieces, frequencies] a tensor
 * [channels, pieces, coefficients].
 */
@OpSpec("Mfcc(spectrogram: float, sample_rate: int32) -> (output: float); upper_frequency_limit: float = 4000; "
        + "lower_frequency_limit: float = 20; filterbank_channel_count: int = 40; dct_coefficient_count: int = 13")
public final class Mfcc extends Op {
    @Override
    protected void infer(Inference c) {
        Shape s = c.shape(0, 3);
        c.shape(1, 0);
        c.output(0, s.withDim(2, c.attrs().integer("dct_coefficient_count")));
    }

    private static void check(Compute c) {
        if (c.shape(0).rank() != 3) {
            throw new InvalidArgumentException("spectrogram must be 3-dimensional, got shape " + c.shape(0));
        }
        if (c.input(1).size() != 1) {
            throw new InvalidArgumentException(
                    "sample_rate should have 1 element, got " + c.input(1).size());
        }
        boolean good = c.shape(0).dim(2) >= 2
                && c.attrs().integer("filterbank_channel_count") >= 1
                && c.attrs().integer("dct_coefficient_count") >= 1
                && c.attrs().integer("dct_coefficient_count") <= c.attrs().integer("filterbank_channel_count")
                && c.attrs().real("lower_frequency_limit") >= 0
                && c.attrs().real("upper_frequency_limit") > c.attrs().real("lower_frequency_limit")
                && c.ints(1)[0] > 0;
        if (!good) {
            throw new InvalidArgumentException("Mfcc initialization failed for channel count "
                    + c.shape(0).dim(2) + " and sample rate " + c.ints(1)[0]);
        }
    }

    @Override
    protected void compute(Compute c) {
        check(c);
        int bins = (int) c.shape(0).dim(2);
        int channels = c.attrs().intValue("filterbank_channel_count");
        int count = c.attrs().intValue("dct_coefficient_count");
        float lower = c.attrs().real("lower_frequency_limit");
        float upper = c.attrs().real("upper_frequency_limit");
        var filters = new MelFilters(bins, c.ints(1)[0], channels, lower, upper);
        float[] in = Raw.floats(c.input(0));
        Elements out = Elements.allocate(DType.FLOAT32, c.shape(0).withDim(2, count));
        double scale = Math.sqrt(2.0 / channels);
        for (int piece = 0; piece < out.size() / count; piece++) {
            double[] logs = filters.logarithms(in, piece * bins);
            for (int i = 0; i < count; i++) {
                double sum = 0;
                for (int j = 0; j < channels; j++) {
                    sum += scale * Math.cos(i * Math.PI / channels * (j + 0.5)) * logs[j];
                }
                out.set(piece * count + i, sum);
            }
        }
        c.output(0, out.tensor());
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
