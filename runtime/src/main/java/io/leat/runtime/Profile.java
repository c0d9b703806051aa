package io.leat.runtime;

import io.leat.compiler.Plan;
import io.leat.compiler.StepInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the time of one run went.
 *
 * @param steps in the order in which they ran
 * @param epochMicros when the run began, microseconds since 1970
 * @param nanos of the steps, without feeding and fetching
 * @param bufferBytes the memory that the run used besides feeds, variables and fetched tensors
 */
public record Profile(List<Step> steps, long epochMicros, long nanos, long bufferBytes) {
    /**
     * One instruction of the plan.
     *
     * @param kind what it is: {@code Map} for an elementwise loop, {@code MatMul}, {@code Conv2D} …
     * @param name the node whose result it computes; of several the last
     * @param nodes all nodes whose work it does, as {@code name = Op}
     * @param startNanos since the start of the run
     * @param nanos how long it took
     * @param bytes of its inputs and outputs, as far as their shapes are known
     * @param operations arithmetic operations, a transcendental function counted as one; 0 where not known
     */
    public record Step(
            String kind, String name, List<String> nodes, long startNanos, long nanos, long bytes, double operations) {
        public Step {
            nodes = List.copyOf(nodes);
        }

        /** Bytes moved in a second, in GB/s. */
        public double gigabytesPerSecond() {
            return bytes / (double) Math.max(1, nanos);
        }

        /** Operations in a second, in GFLOP/s. */
        public double gigaflops() {
            return operations / Math.max(1, nanos);
        }
    }

    public Profile {
        steps = List.copyOf(steps);
    }

    /**
     * @param times as {@link Plan#run(io.leat.tensor.Tensor[], io.leat.ir.RunContext, long[])} notes them
     */
    static Profile of(Plan plan, long epochMicros, long[] times) {
        List<Step> steps = new ArrayList<>();
        List<StepInfo> infos = plan.describe();
        for (int i = 0; i < infos.size(); i++) {
            StepInfo s = infos.get(i);
            steps.add(new Step(
                    s.kind(),
                    s.name(),
                    s.nodes(),
                    times[i] - times[0],
                    times[i + 1] - times[i],
                    s.bytes(),
                    s.operations()));
        }
        return new Profile(steps, epochMicros, times[times.length - 1] - times[0], plan.bufferBytes());
    }

    /** The time of each kind of step in nanoseconds, the longest first. */
    public Map<String, Long> byKind() {
        Map<String, Long> sums = new LinkedHashMap<>();
        steps.forEach(s -> sums.merge(s.kind(), s.nanos(), Long::sum));
        Map<String, Long> sorted = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    /** The steps, the longest first. */
    public List<Step> longest() {
        return steps.stream()
                .sorted(Comparator.comparingLong(Step::nanos).reversed())
                .toList();
    }

    /** In the trace event format that Chrome's {@code about:tracing} and Perfetto show. */
    public String chromeTrace() {
        return ChromeTrace.of(this);
    }

    /** Writes {@link #chromeTrace()} to a file. */
    public void writeChromeTrace(Path file) throws IOException {
        Files.writeString(file, chromeTrace());
    }

    /** A table of the longest steps. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%.3f ms in %d steps, %,d bytes of buffers%n%9s %6s %7s %8s  %s%n",
                nanos / 1e6,
                steps.size(),
                bufferBytes,
                "ms",
                "%",
                "GB/s",
                "GFLOP/s",
                "step"));
        for (Step s : longest().subList(0, Math.min(20, steps.size()))) {
            text.append(String.format(
                    Locale.ROOT,
                    "%9.3f %6.1f %7.1f %8.1f  %s %s%s%n",
                    s.nanos() / 1e6,
                    100.0 * s.nanos() / Math.max(1, nanos),
                    s.gigabytesPerSecond(),
                    s.gigaflops(),
                    s.kind(),
                    s.name(),
                    s.nodes().size() > 1 ? " (" + s.nodes().size() + " nodes)" : ""));
        }
        return text.toString();
    }
}
