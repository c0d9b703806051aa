package io.leat.cli;

import io.leat.runtime.MachineLimits;
import io.leat.runtime.Profile;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The steps of several runs of one plan, with the median time of each, beside what the machine could do. */
final class StepTable {
    /** A step, or several of one kind. */
    private record Line(String what, int nodes, double nanos, double bytes, double operations, double floor) {
        Line plus(Line other) {
            return new Line(
                    what,
                    nodes + other.nodes,
                    nanos + other.nanos,
                    bytes + other.bytes,
                    operations + other.operations,
                    floor + other.floor);
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Line> kinds = new LinkedHashMap<>();
    private final MachineLimits limits;

    StepTable(List<Profile> profiles, MachineLimits limits) {
        this.limits = limits;
        List<Profile.Step> steps = profiles.getFirst().steps();
        for (int i = 0; i < steps.size(); i++) {
            int at = i;
            long[] times = profiles.stream()
                    .mapToLong(p -> p.steps().get(at).nanos())
                    .sorted()
                    .toArray();
            Profile.Step s = steps.get(i);
            var line = new Line(
                    s.kind() + " " + s.name(),
                    s.nodes().size(),
                    times[times.length / 2],
                    s.bytes(),
                    s.operations(),
                    limits.floorNanos(s.operations(), s.bytes()));
            lines.add(line);
            kinds.merge(
                    s.kind(), new Line(s.kind(), 1, line.nanos, line.bytes, line.operations, line.floor), Line::plus);
        }
        lines.sort(Comparator.comparingDouble(Line::nanos).reversed());
    }

    void print(PrintWriter out, int top) {
        double total = lines.stream().mapToDouble(Line::nanos).sum();
        double floor = lines.stream().mapToDouble(Line::floor).sum();
        out.printf(
                Locale.ROOT,
                "machine     %.0f GFLOP/s, %.1f GB/s; floor of all steps %s, %.0f%% of their time%n",
                limits.gigaflops(),
                limits.gigabytesPerSecond(),
                Timing.time(floor),
                100 * floor / Math.max(1, total));
        heading(out, "by kind", "steps");
        kinds.values().stream()
                .sorted(Comparator.comparingDouble(Line::nanos).reversed())
                .limit(top)
                .forEach(l -> line(out, l, total));
        heading(out, "longest steps", "nodes");
        lines.stream().limit(top).forEach(l -> line(out, l, total));
    }

    private static void heading(PrintWriter out, String title, String count) {
        out.printf(
                Locale.ROOT, "%n%10s %6s %8s %8s %7s %6s  %s%n", "time", "%", "GB/s", "GFLOP/s", "floor", count, title);
    }

    private static void line(PrintWriter out, Line l, double total) {
        double nanos = Math.max(1, l.nanos);
        List<String> rates = Arrays.asList(
                l.bytes > 0 ? String.format(Locale.ROOT, "%.1f", l.bytes / nanos) : "",
                l.operations > 0 ? String.format(Locale.ROOT, "%.1f", l.operations / nanos) : "",
                l.floor > 0 ? String.format(Locale.ROOT, "%.0f%%", 100 * l.floor / nanos) : "");
        out.printf(
                Locale.ROOT,
                "%10s %6.1f %8s %8s %7s %6d  %s%n",
                Timing.time(l.nanos),
                100 * l.nanos / Math.max(1, total),
                rates.get(0),
                rates.get(1),
                rates.get(2),
                l.nodes,
                l.what);
    }
}
