package io.leat.train;

import io.leat.formats.RunMetadata;
import io.leat.runtime.Profile;
import java.util.ArrayList;
import java.util.List;

/** Profiles of runs for TensorFlow's tools. */
public final class RunProfiles {
    /** The device that TensorFlow's own sessions name. */
    private static final String DEVICE = "/job:localhost/replica:0/task:0/device:CPU:0";

    private RunProfiles() {}

    /**
     * The profile as TensorFlow's message {@code RunMetadata}. Nodes that were fused appear one by one at the time of
     * their common step, whose time is divided among them.
     */
    public static byte[] runMetadata(Profile profile) {
        List<RunMetadata.Span> spans = new ArrayList<>();
        for (Profile.Step s : profile.steps()) {
            long start = profile.epochMicros() * 1000 + s.startNanos();
            int n = s.nodes().size();
            for (int i = 0; i < n; i++) {
                String node = s.nodes().get(i);
                long from = s.nanos() * i / n;
                spans.add(new RunMetadata.Span(
                        node.substring(0, node.indexOf(" = ")),
                        n == 1 ? node : node + " in " + s.kind() + " " + s.name(),
                        start + from,
                        s.nanos() * (i + 1) / n - from));
            }
        }
        return RunMetadata.message(DEVICE, spans);
    }
}
