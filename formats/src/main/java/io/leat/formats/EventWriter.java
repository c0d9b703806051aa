package io.leat.formats;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.convert.TensorProtoWriter;
import io.leat.formats.proto.Event;
import io.leat.formats.proto.HistogramProto;
import io.leat.formats.proto.SessionLog;
import io.leat.formats.proto.Summary;
import io.leat.formats.proto.SummaryMetadata;
import io.leat.formats.proto.TaggedRunMetadata;
import io.leat.graph.Graph;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;

/**
 * Writes an event file, in which TensorBoard shows how a training goes. Methods are safe to be called by several
 * threads; what they write is seen by others after {@link #flush}.
 */
public final class EventWriter implements AutoCloseable {
    private static final String FILE_VERSION = "brain.Event:2";

    private final Path path;
    private final RecordWriter records;
    private final InstantSource clock;

    private EventWriter(Path path, RecordWriter records, InstantSource clock) {
        this.path = path;
        this.records = records;
        this.clock = clock;
    }

    /** Starts a new file in a folder, which is made if it is not there. */
    public static EventWriter open(Path folder) throws IOException {
        return open(folder, "", InstantSource.system());
    }

    /**
     * Starts a new file in a folder, which is made if it is not there.
     *
     * @param suffix for the end of the file's name, {@code .train} for example
     */
    public static EventWriter open(Path folder, String suffix, InstantSource clock) throws IOException {
        Files.createDirectories(folder);
        String name = String.format(
                Locale.ROOT, "events.out.tfevents.%010d.%s", clock.instant().getEpochSecond(), host());
        for (int i = 0; ; i++) {
            Path path = folder.resolve(name + (i == 0 ? "" : "." + i) + suffix);
            try {
                var file = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var writer = new EventWriter(path, RecordWriter.create(file, RecordCompression.NONE), clock);
                writer.write(Event.newBuilder().setFileVersion(FILE_VERSION));
                writer.flush();
                return writer;
            } catch (FileAlreadyExistsException e) {
                // Another one of the same second: the next number.
            }
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** The file that is written. */
    public Path path() {
        return path;
    }

    /** A number. */
    public void scalar(String tag, long step, float value) throws IOException {
        write(step, Summary.Value.newBuilder().setTag(tag).setSimpleValue(value));
    }

    /** The sizes of many numbers. */
    public void histogram(String tag, long step, Histogram h) throws IOException {
        var p = HistogramProto.newBuilder()
                .setMin(h.min())
                .setMax(h.max())
                .setNum(h.count())
                .setSum(h.sum())
                .setSumSquares(h.sumOfSquares());
        Arrays.stream(h.limits()).forEach(p::addBucketLimit);
        Arrays.stream(h.counts()).forEach(p::addBucket);
        write(step, Summary.Value.newBuilder().setTag(tag).setHisto(p));
    }

    /** Text in Markdown. */
    public void text(String tag, long step, String... lines) throws IOException {
        tensor(tag, step, Tensor.of(Shape.of(lines.length), lines), "text");
    }

    /** A tensor, for a plug-in of the viewer. */
    public void tensor(String tag, long step, Tensor value, String plugin) throws IOException {
        write(
                step,
                Summary.Value.newBuilder()
                        .setTag(tag)
                        .setTensor(TensorProtoWriter.write(value))
                        .setMetadata(SummaryMetadata.newBuilder()
                                .setPluginData(
                                        SummaryMetadata.PluginData.newBuilder().setPluginName(plugin))));
    }

    /** A picture. */
    public void image(String tag, long step, SummaryValue.Image image) throws IOException {
        write(
                step,
                Summary.Value.newBuilder()
                        .setTag(tag)
                        .setImage(Summary.Image.newBuilder()
                                .setHeight(image.height())
                                .setWidth(image.width())
                                .setColorspace(image.channels())
                                .setEncodedImageString(ByteString.copyFrom(image.encoded()))));
    }

    /**
     * What a summary op of a graph returned: TensorFlow's {@code Summary} message.
     *
     * @throws InvalidArgumentException if it is none
     */
    public void summary(byte[] message, long step) throws IOException {
        try {
            write(Event.newBuilder().setStep(step).setSummary(Summary.parseFrom(message)));
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidArgumentException("not a Summary message: " + e.getMessage(), null, e);
        }
    }

    /** The graph that is trained. */
    public void graph(Graph graph) throws IOException {
        write(Event.newBuilder().setGraphDef(ByteString.copyFrom(GraphDefs.write(graph))));
    }

    /** The graph that is trained, with its collections. */
    public void metaGraph(MetaGraph metaGraph) throws IOException {
        write(Event.newBuilder().setMetaGraphDef(ByteString.copyFrom(metaGraph.toBytes())));
    }

    /** What a session does. */
    public void sessionLog(long step, io.leat.formats.Event.SessionLog log) throws IOException {
        write(Event.newBuilder()
                .setStep(step)
                .setSessionLog(SessionLog.newBuilder()
                        .setStatusValue(log.status().number())
                        .setCheckpointPath(log.checkpoint())
                        .setMsg(log.text())));
    }

    /**
     * Writes how a run went, for TensorBoard's graph page.
     *
     * @param message TensorFlow's message, of {@link RunMetadata} for example
     */
    public void runMetadata(long step, String tag, byte[] message) throws IOException {
        write(Event.newBuilder()
                .setStep(step)
                .setTaggedRunMetadata(
                        TaggedRunMetadata.newBuilder().setTag(tag).setRunMetadata(ByteString.copyFrom(message))));
    }

    private void write(long step, Summary.Value.Builder value) throws IOException {
        write(Event.newBuilder().setStep(step).setSummary(Summary.newBuilder().addValue(value)));
    }

    private synchronized void write(Event.Builder event) throws IOException {
        Instant now = clock.instant();
        event.setWallTime(now.getEpochSecond() + now.getNano() * 1e-9);
        records.write(event.build().toByteArray());
    }

    /** Hands everything written so far to the operating system. */
    public synchronized void flush() throws IOException {
        records.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        records.close();
    }
}
