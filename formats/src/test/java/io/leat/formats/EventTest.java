package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.formats.proto.HistogramProto;
import io.leat.formats.proto.Summary;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000L, 500_000_000L));

    @TempDir
    Path folder;

    @Test
    void roundTrips() throws IOException {
        Path path;
        try (EventWriter writer = EventWriter.open(folder.resolve("logs"), ".train", CLOCK)) {
            path = writer.path();
            writer.scalar("loss", 7, 0.5f);
            writer.text("note", 8, "a", "b");
            writer.histogram("w", 9, Histogram.of(1, 2, 2));
            writer.image("i", 10, new SummaryValue.Image(2, 3, 1, new byte[] {1, 2}));
            writer.sessionLog(11, new Event.SessionLog(Event.SessionStatus.CHECKPOINT, "m-11", ""));
            writer.summary(
                    Summary.newBuilder()
                            .addValue(Summary.Value.newBuilder().setTag("s").setSimpleValue(2))
                            .build()
                            .toByteArray(),
                    12);
            assertThatThrownBy(() -> writer.summary(new byte[] {1, 2}, 1)).isInstanceOf(InvalidArgumentException.class);
        }
        assertThat(path.getFileName().toString()).matches("events\\.out\\.tfevents\\.1700000000\\..+\\.train");

        List<Event> events = read(path);
        assertThat(events).hasSize(7);
        assertThat(events.get(0)).isEqualTo(new Event(1_700_000_000.5, 0, new Event.FileVersion("brain.Event:2")));
        assertThat(events.get(1))
                .isEqualTo(new Event(
                        1_700_000_000.5,
                        7,
                        new Event.Summaries(List.of(new SummaryValue("loss", new SummaryValue.Scalar(0.5f), "")))));
        SummaryValue text = only(events.get(2));
        assertThat(text.plugin()).isEqualTo("text");
        Samples.assertSame(((SummaryValue.Value) text.data()).tensor(), Tensor.of(Shape.of(2), "a", "b"));
        Histogram h = ((SummaryValue.Distribution) only(events.get(3)).data()).histogram();
        assertThat(h.sumOfSquares()).isEqualTo(9);
        assertThat(((SummaryValue.Image) only(events.get(4)).data()).encoded()).containsExactly(1, 2);
        assertThat(events.get(5).content()).isEqualTo(new Event.SessionLog(Event.SessionStatus.CHECKPOINT, "m-11", ""));
        assertThat(only(events.get(6)).tag()).isEqualTo("s");
    }

    @Test
    void filesOfOneSecondDoNotCollide() throws IOException {
        try (EventWriter a = EventWriter.open(folder, "", CLOCK);
                EventWriter b = EventWriter.open(folder, "", CLOCK)) {
            assertThat(a.path()).isNotEqualTo(b.path());
        }
    }

    /** TensorFlow's op made the golden of the same numbers. */
    @Test
    void histogramsAreTensorFlows() throws Exception {
        Summary golden = Summary.parseFrom(Files.readAllBytes(Samples.resource("tensorflow/histogram.summary")));
        HistogramProto expected = golden.getValue(0).getHisto();
        Histogram h = Histogram.of(-1.5, -1.5, 0, 0, 1e-13, 0.25, 3, 3.1, 1e21);
        assertThat(h.limits()).containsExactly(expected.getBucketLimitList().toArray(Double[]::new));
        assertThat(h.counts()).containsExactly(expected.getBucketList().toArray(Double[]::new));
        assertThat(h.min()).isEqualTo(expected.getMin());
        assertThat(h.max()).isEqualTo(expected.getMax());
        assertThat(h.sum()).isEqualTo(expected.getSum());
        assertThat(h.sumOfSquares()).isEqualTo(expected.getSumSquares());
        assertThat(h.count()).isEqualTo(expected.getNum());
        assertThatThrownBy(() -> Histogram.of(1, Double.NaN)).isInstanceOf(InvalidArgumentException.class);
        assertThat(Histogram.of().counts()).containsExactly(0);
    }

    @Test
    void survivesCorruption() throws IOException {
        Path path;
        try (EventWriter writer = EventWriter.open(folder, "", CLOCK)) {
            path = writer.path();
            writer.scalar("x", 1, 2);
        }
        int size = (int) Files.size(path);
        int failed = Corruption.everywhere(path, () -> assertThat(read(path)).hasSizeLessThan(3));
        assertThat(failed).isGreaterThan(3 * size - 3);
    }

    private static SummaryValue only(Event e) {
        List<SummaryValue> values = ((Event.Summaries) e.content()).values();
        assertThat(values).hasSize(1);
        return values.getFirst();
    }

    private static List<Event> read(Path path) throws IOException {
        List<Event> events = new ArrayList<>();
        try (EventReader reader = EventReader.open(path)) {
            for (Event e = reader.next(); e != null; e = reader.next()) {
                events.add(e);
            }
        }
        return events;
    }
}
