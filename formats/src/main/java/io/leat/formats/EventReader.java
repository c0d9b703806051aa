package io.leat.formats;

import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.convert.TensorProtos;
import io.leat.formats.proto.HistogramProto;
import io.leat.formats.proto.Summary;
import io.leat.tensor.DataLossException;
import io.leat.tensor.LeatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an event file, one event after the other. */
public final class EventReader implements AutoCloseable {
    private final Path path;
    private final RecordReader records;

    private EventReader(Path path, RecordReader records) {
        this.path = path;
        this.records = records;
    }

    /**
     * @throws io.leat.tensor.NotFoundException if there is no such file
     */
    public static EventReader open(Path path) throws IOException {
        return new EventReader(path, RecordReader.open(path));
    }

    /**
     * The next event, or null at the end.
     *
     * @throws DataLossException if it is corrupt or cut off, as the last one of a file can be that is still written
     */
    public @Nullable Event next() throws IOException {
        long offset = records.offset();
        byte[] record = records.next();
        if (record == null) {
            return null;
        }
        try {
            var p = io.leat.formats.proto.Event.parseFrom(record);
            return new Event(p.getWallTime(), p.getStep(), content(p));
        } catch (InvalidProtocolBufferException | LeatException e) {
            throw new DataLossException(path + ": not an event at " + offset + ": " + e.getMessage(), null, e);
        }
    }

    private static Event.Content content(io.leat.formats.proto.Event p) {
        return switch (p.getWhatCase()) {
            case FILE_VERSION -> new Event.FileVersion(p.getFileVersion());
            case GRAPH_DEF -> new Event.GraphDefinition(p.getGraphDef().toByteArray());
            case META_GRAPH_DEF ->
                new Event.MetaGraphDefinition(p.getMetaGraphDef().toByteArray());
            case SUMMARY ->
                new Event.Summaries(p.getSummary().getValueList().stream()
                        .map(EventReader::value)
                        .toList());
            case SESSION_LOG ->
                new Event.SessionLog(
                        Event.SessionStatus.ofNumber(p.getSessionLog().getStatusValue()),
                        p.getSessionLog().getCheckpointPath(),
                        p.getSessionLog().getMsg());
            case LOG_MESSAGE ->
                new Event.LogMessage(
                        p.getLogMessage().getLevel().toString(),
                        p.getLogMessage().getMessage());
            case TAGGED_RUN_METADATA ->
                new Event.RunMetadata(
                        p.getTaggedRunMetadata().getTag(),
                        p.getTaggedRunMetadata().getRunMetadata().toByteArray());
            case WHAT_NOT_SET -> new Event.Empty();
        };
    }

    private static SummaryValue value(Summary.Value p) {
        SummaryValue.Data data = switch (p.getValueCase()) {
            case SIMPLE_VALUE -> new SummaryValue.Scalar(p.getSimpleValue());
            case HISTO -> new SummaryValue.Distribution(histogram(p.getHisto()));
            case IMAGE ->
                new SummaryValue.Image(
                        p.getImage().getHeight(),
                        p.getImage().getWidth(),
                        p.getImage().getColorspace(),
                        p.getImage().getEncodedImageString().toByteArray());
            case AUDIO ->
                new SummaryValue.Audio(
                        p.getAudio().getSampleRate(),
                        p.getAudio().getNumChannels(),
                        p.getAudio().getLengthFrames(),
                        p.getAudio().getEncodedAudioString().toByteArray(),
                        p.getAudio().getContentType());
            case TENSOR -> new SummaryValue.Value(TensorProtos.parse(p.getTensor()));
            case OBSOLETE_OLD_STYLE_HISTOGRAM, VALUE_NOT_SET -> new SummaryValue.Unknown();
        };
        String plugin = p.getMetadata().getPluginData().getPluginName();
        return new SummaryValue(p.getTag().isEmpty() ? p.getNodeName() : p.getTag(), data, plugin);
    }

    private static Histogram histogram(HistogramProto p) {
        return new Histogram(
                p.getMin(),
                p.getMax(),
                p.getNum(),
                p.getSum(),
                p.getSumSquares(),
                doubles(p.getBucketLimitList()),
                doubles(p.getBucketList()));
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
