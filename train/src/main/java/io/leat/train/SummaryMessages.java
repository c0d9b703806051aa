package io.leat.train;

import io.leat.formats.Histogram;
import io.leat.formats.Summaries;
import io.leat.ops.io.SummaryIo;
import java.util.List;

/** The summary ops on the messages of {@code formats}. */
public final class SummaryMessages implements SummaryIo {
    @Override
    public byte[] scalars(List<String> tags, float[] values) {
        return Summaries.scalars(tags, values);
    }

    @Override
    public byte[] histogram(String tag, double[] values) {
        return Summaries.histogram(tag, Histogram.of(values));
    }

    @Override
    public byte[] merge(List<byte[]> messages) {
        return Summaries.merge(messages);
    }
}
