package io.leat.bench;

import io.leat.runtime.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One workload on a number of threads: all contenders in turns, A B A B, in this process; but TensorFlow with oneDNN,
 * which takes its turns in a process of its own. Prints a line for each, of words separated by tabs: {@code median},
 * contender, nanoseconds; or {@code failed}, contender, reason; then {@code profile} and a text.
 */
public final class Race {
    private static final int LEAST_ROUNDS = 4;
    /** Who takes this many times longer than the fastest, and long at all, has fewer turns. */
    private static final double SLOW = 3;

    private static final double LONG_STEP_NANOS = 100_000_000;
    private static final int SLOW_ROUNDS = 3;

    private final Workload workload;
    private final Map<Contender, Racer> racers = new EnumMap<>(Contender.class);
    private final Map<Contender, Double> stepNanos = new EnumMap<>(Contender.class);
    private final Map<Contender, List<Double>> samples = new EnumMap<>(Contender.class);

    private Race(Workload workload) {
        this.workload = workload;
    }

    /** Workload, threads, seconds to measure. */
    public static void main(String... args) throws IOException {
        var race = new Race(Workload.read(args[0]));
        race.open(Integer.parseInt(args[1]));
        race.warmUp();
        race.run(Double.parseDouble(args[2]));
        race.samples.forEach((who, all) -> System.out.println("median\t" + who + "\t"
                + Statistics.median(
                        all.stream().mapToDouble(Double::doubleValue).toArray())));
        race.profile();
        race.close();
        System.exit(0);
    }

    private void open(int threads) throws IOException {
        var remote = new RemoteRacer(Contender.TENSORFLOW_ONEDNN, workload.name(), threads);
        for (Contender c : Contender.values()) {
            if (c.enters(workload)) {
                try {
                    if (c == Contender.TENSORFLOW_ONEDNN) {
                        racers.put(c, remote);
                        remote.awaitReady();
                    } else {
                        racers.put(c, new Timed(c.open(workload, threads)));
                    }
                } catch (RuntimeException | IOException | LinkageError e) {
                    drop(c, e);
                }
            }
        }
    }

    private void warmUp() {
        for (var e : new EnumMap<>(racers).entrySet()) {
            Contender c = e.getKey();
            try {
                stepNanos.put(c, e.getValue().warmUp());
            } catch (RuntimeException | IOException | LinkageError failure) {
                drop(c, failure);
            }
        }
    }

    private void run(double seconds) throws IOException {
        double fastest = stepNanos.values().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        long start = System.nanoTime();
        for (int round = 0; round < LEAST_ROUNDS || System.nanoTime() - start < seconds * 1e9; round++) {
            for (var e : racers.entrySet()) {
                double step = stepNanos.getOrDefault(e.getKey(), 0.0);
                boolean slow = step > SLOW * fastest && step > LONG_STEP_NANOS;
                if (!slow || round < SLOW_ROUNDS) {
                    List<Double> all = samples.computeIfAbsent(e.getKey(), k -> new ArrayList<>());
                    for (double nanos : e.getValue().turn()) {
                        all.add(nanos);
                    }
                }
            }
        }
    }

    private void drop(Contender c, Throwable e) {
        racers.remove(c);
        System.out.println("failed\t" + c + "\t" + reason(e));
    }

    /** What went wrong, in one line. */
    static String reason(Throwable e) {
        String text = e.getMessage() == null ? e.toString() : e.getMessage();
        return text.lines().findFirst().orElse("").replace('\t', ' ').strip();
    }

    private void profile() {
        if (racers.get(Contender.LEAT) instanceof Timed t && t.engine() instanceof LeatEngine leat) {
            Profile p = leat.profile();
            var text = new StringBuilder();
            p.byKind().entrySet().stream()
                    .limit(4)
                    .filter(k -> k.getValue() > 0.01 * p.nanos())
                    .forEach(kind -> {
                        double operations = p.steps().stream()
                                .filter(s -> s.kind().equals(kind.getKey()))
                                .mapToDouble(Profile.Step::operations)
                                .sum();
                        double bytes = p.steps().stream()
                                .filter(s -> s.kind().equals(kind.getKey()))
                                .mapToDouble(Profile.Step::bytes)
                                .sum();
                        text.append(text.isEmpty() ? "" : ", ")
                                .append(share(kind.getKey(), kind.getValue(), p.nanos(), operations, bytes));
                    });
            System.out.println("profile\t" + text);
        }
    }

    /** A kind of step with its share of the time, and the rates that it reaches, as far as its work is known. */
    private static String share(String kind, long nanos, long all, double operations, double bytes) {
        var text = new StringBuilder(String.format(Locale.ROOT, "%s %.0f %%", kind, 100.0 * nanos / Math.max(1, all)));
        if (operations > 0) {
            text.append(String.format(Locale.ROOT, " at %.1f GFLOP/s", operations / Math.max(1, nanos)));
        }
        if (bytes > 0) {
            text.append(String.format(Locale.ROOT, operations > 0 ? ", %.1f GB/s" : " at %.1f GB/s", bytes / nanos));
        }
        return text.toString();
    }

    private void close() throws IOException {
        for (Racer r : racers.values()) {
            r.close();
        }
    }
}
