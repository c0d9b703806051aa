package io.leat.formats;

import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.proto.HistogramProto;
import io.leat.formats.proto.Summary;
import io.leat.tensor.InvalidArgumentException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Serialised {@code Summary} messages, as summary ops give them and {@link EventWriter#summary} writes them. */
public final class Summaries {
    private Summaries() {}

    /** A number under each tag. */
    public static byte[] scalars(List<String> tags, float[] values) {
        var summary = Summary.newBuilder();
        for (int i = 0; i < values.length; i++) {
            summary.addValue(Summary.Value.newBuilder().setTag(tags.get(i)).setSimpleValue(values[i]));
        }
        return summary.build().toByteArray();
    }

    /** The sizes of many numbers. */
    public static byte[] histogram(String tag, Histogram h) {
        var p = HistogramProto.newBuilder()
                .setMin(h.min())
                .setMax(h.max())
                .setNum(h.count())
                .setSum(h.sum())
                .setSumSquares(h.sumOfSquares());
        Arrays.stream(h.limits()).forEach(p::addBucketLimit);
        Arrays.stream(h.counts()).forEach(p::addBucket);
        return Summary.newBuilder()
                .addValue(Summary.Value.newBuilder().setTag(tag).setHisto(p))
                .build()
                .toByteArray();
    }

    /**
     * One message with the values of all.
     *
     * @throws InvalidArgumentException if two have the same tag, or bytes are no message
     */
    public static byte[] merge(List<byte[]> messages) {
        var all = Summary.newBuilder();
        Set<String> tags = new HashSet<>();
        for (byte[] message : messages) {
            try {
                all.mergeFrom(message);
            } catch (InvalidProtocolBufferException e) {
                throw new InvalidArgumentException(
                        "Could not parse one of the summary inputs: " + e.getMessage(), null, e);
            }
        }
        for (Summary.Value v : all.getValueList()) {
            if (!v.getTag().isEmpty() && !tags.add(v.getTag())) {
                throw new InvalidArgumentException("Duplicate tag " + v.getTag() + " found in summary inputs");
            }
        }
        return all.build().toByteArray();
    }
}
