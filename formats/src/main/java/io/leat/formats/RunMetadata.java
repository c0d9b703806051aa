package io.leat.formats;

import io.leat.formats.proto.DeviceStepStats;
import io.leat.formats.proto.NodeExecStats;
import io.leat.formats.proto.StepStats;
import java.util.List;

/** TensorFlow's message of how a run went. */
public final class RunMetadata {
    /**
     * When something ran.
     *
     * @param node the name of the node
     * @param label what viewers write beside it, in TensorFlow {@code name = Op(inputs)}
     * @param startNanos since 1970
     * @param nanos how long it took
     */
    public record Span(String node, String label, long startNanos, long nanos) {}

    private RunMetadata() {}

    /** The message {@code RunMetadata} with one device. */
    public static byte[] message(String device, List<Span> spans) {
        var stats = DeviceStepStats.newBuilder().setDevice(device);
        for (Span s : spans) {
            stats.addNodeStats(NodeExecStats.newBuilder()
                    .setNodeName(s.node())
                    .setTimelineLabel(s.label())
                    .setAllStartMicros(s.startNanos() / 1000)
                    .setOpEndRelMicros(s.nanos() / 1000)
                    .setAllEndRelMicros(s.nanos() / 1000)
                    .setAllStartNanos(s.startNanos())
                    .setOpEndRelNanos(s.nanos())
                    .setAllEndRelNanos(s.nanos()));
        }
        return io.leat.formats.proto.RunMetadata.newBuilder()
                .setStepStats(StepStats.newBuilder().addDevStats(stats))
                .build()
                .toByteArray();
    }
}
