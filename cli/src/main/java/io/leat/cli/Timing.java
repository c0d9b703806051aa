package io.leat.cli;

import io.leat.runtime.Prepared;
import io.leat.runtime.Profile;
import io.leat.tensor.Tensor;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The times of many runs.
 *
 * @param firstNanos of the first run, with making the plan
 * @param runNanos of the runs of the second half of the time, ascending
 * @param profiles of some more runs
 */
record Timing(long firstNanos, long[] runNanos, List<Profile> profiles) {
    private static final int PROFILES = 15;

    static Timing of(Prepared<List<Tensor>> run, Tensor[] feeds, double seconds) {
        long start = System.nanoTime();
        run.call(feeds);
        long first = System.nanoTime() - start;
        repeat(run, feeds, seconds / 2);
        long[] nanos = repeat(run, feeds, seconds / 2);
        Arrays.sort(nanos);
        List<Profile> profiles = new ArrayList<>();
        for (int i = 0; i < PROFILES; i++) {
            profiles.add(run.profile(feeds).profile());
        }
        return new Timing(first, nanos, List.copyOf(profiles));
    }

    private static long[] repeat(Prepared<List<Tensor>> run, Tensor[] feeds, double seconds) {
        List<Long> nanos = new ArrayList<>();
        long now = System.nanoTime();
        long end = now + (long) (seconds * 1e9);
        do {
            run.call(feeds);
            long after = System.nanoTime();
            nanos.add(after - now);
            now = after;
        } while (now < end && nanos.size() < 10_000_000);
        return nanos.stream().mapToLong(Long::longValue).toArray();
    }

    void print(PrintWriter out, int batch) {
        double median = runNanos[runNanos.length / 2];
        out.printf(Locale.ROOT, "first run   %.1f ms%n", firstNanos / 1e6);
        out.printf(
                Locale.ROOT,
                "a run       %s median, %s fastest, %s 95th percentile of %,d%n",
                time(median),
                time(runNanos[0]),
                time(runNanos[(int) (runNanos.length * 0.95)]),
                runNanos.length);
        out.printf(Locale.ROOT, "throughput  %,.1f runs/s", 1e9 / median);
        out.println(batch > 1 ? String.format(Locale.ROOT, ", %,.1f examples/s", batch * 1e9 / median) : "");
        out.println("buffers     " + Numbers.bytes(profiles.getLast().bufferBytes()));
    }

    static String time(double nanos) {
        return nanos < 1e5
                ? String.format(Locale.ROOT, "%.2f us", nanos / 1e3)
                : String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    }
}
