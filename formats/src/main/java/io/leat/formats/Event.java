package io.leat.formats;

import java.util.Arrays;
import java.util.List;

/**
 * One entry of an event file.
 *
 * @param wallTime when it was written, in seconds since 1970
 * @param step of the training
 */
public record Event(double wallTime, long step, Content content) {
    /** What an event says. */
    public sealed interface Content {}

    /** The first event of a file: {@code brain.Event:2}. */
    public record FileVersion(String version) implements Content {}

    /** A graph, as {@link GraphDefs#parse} reads it. */
    public record GraphDefinition(byte[] message) implements Content {}

    /** A graph with its collections, as {@link MetaGraph#parse} reads it. */
    public record MetaGraphDefinition(byte[] message) implements Content {}

    /** Measured values. */
    public record Summaries(List<SummaryValue> values) implements Content {
        public Summaries {
            values = List.copyOf(values);
        }
    }

    /** The state of a session. */
    public record SessionLog(SessionStatus status, String checkpoint, String text) implements Content {}

    /** A line of text of some severity. */
    public record LogMessage(String level, String text) implements Content {}

    /** How a run went, in TensorFlow's {@code RunMetadata} message. */
    public record RunMetadata(String tag, byte[] message) implements Content {}

    /** Nothing that is known here. */
    public record Empty() implements Content {}

    /** What a session did. */
    public enum SessionStatus {
        UNSPECIFIED(0),
        START(1),
        STOP(2),
        CHECKPOINT(3);

        private final int number;

        SessionStatus(int number) {
            this.number = number;
        }

        /** TensorFlow's number. */
        public int number() {
            return number;
        }

        /** The status of a number, {@link #UNSPECIFIED} for one that is not known. */
        static SessionStatus ofNumber(int number) {
            return Arrays.stream(values())
                    .filter(s -> s.number == number)
                    .findFirst()
                    .orElse(UNSPECIFIED);
        }
    }
}
