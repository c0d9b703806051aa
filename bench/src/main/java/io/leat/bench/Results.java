package io.leat.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The text of {@code bench/RESULTS.md}. */
final class Results {
    private static final List<Contender> COLUMNS =
            List.of(Contender.LEAT, Contender.TENSORFLOW, Contender.TENSORFLOW_ONEDNN, Contender.ONNX_RUNTIME);

    private final Map<Integer, Limits> limits;
    private final List<Row> rows;
    private final List<ColdStart.Row> cold;
    private final boolean takesOneDnn;
    private final List<String> failures;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param limits by number of threads
     * @param takesOneDnn whether TensorFlow does by default
     * @param failures what else could not be run
     */
    Results(
            Map<Integer, Limits> limits,
            List<Row> rows,
            List<ColdStart.Row> cold,
            boolean takesOneDnn,
            List<String> failures) {
        this.limits = new TreeMap<>(limits);
        this.rows = List.copyOf(rows);
        this.cold = List.copyOf(cold);
        this.takesOneDnn = takesOneDnn;
        this.failures = List.copyOf(failures);
    }

    String text() {
        text.setLength(0);
        head();
        if (!rows.isEmpty()) {
            table();
            calls();
            means();
            shortfalls();
        }
        coldStarts();
        missing();
        return text.toString();
    }

    private void head() {
        line("# Leat and its peers on the benchmark graphs");
        line("");
        line(
                "`./build bench` writes this file. Medians of one step in ms. The engines take turns, A B A B, in one process"
                        + " for each workload and number of threads; TensorFlow with oneDNN takes its turns in a process of its"
                        + " own, since TensorFlow reads that switch once. Each answer is compared with the recorded one of"
                        + " TensorFlow before it is timed.");
        line("");
        line("- **Leat** runs a prepared call.");
        line(
                "- **TensorFlow** is 2.18 through TensorFlow-Java 1.1.0, the tensors fed and the runner kept, with oneDNN off"
                        + " and on.");
        line("- **ONNX Runtime** is 1.29.0 on the models that `bench` exports: images with their channels first, layer"
                + " normalisation and GELU in the form it recognises. It has no training.");
        line("- **floor**: bytes over the measured bandwidth, or operations over the measured peak, whichever takes"
                + " longer. Operations are two for each multiply-add of matrix products and convolutions; bytes are those"
                + " fed, read from variables, written to variables and returned, each once, and of tables only the rows"
                + " taken.");
        line(
                "- DL4J is left out: on such graphs SameDiff was measured 20 to 1000 times slower where calls count, and as"
                        + " fast as the others in matrix products, so it is never the fastest.");
        line("");
        line(LocalDate.now(ZoneOffset.UTC) + ", " + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version() + ".");
        line("");
        limits.forEach((threads, l) -> line(String.format(
                Locale.ROOT,
                "Limits on %s: %.0f GFLOP/s of multiply-adds on registers (`FmaChains`), %.1f GB/s of memory.",
                threads(threads),
                l.gigaflops(),
                l.gigabytes())));
        line("");
    }

    private void table() {
        line(
                "| workload | threads | Leat | TensorFlow | with oneDNN | ONNX Runtime | Leat / fastest peer | goal | floor |"
                        + " Leat / floor |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        rows.forEach(r -> line(line(r)));
        line("");
    }

    /** A row of the table. */
    String line(Row r) {
        Limits l = limits.get(r.threads());
        Goal goal = Goal.of(r.workload());
        var cells = new ArrayList<String>();
        cells.add(r.workload());
        cells.add(Integer.toString(r.threads()));
        COLUMNS.forEach(c -> cells.add(millis(r.nanos().get(c))));
        cells.add(ratio(r.toFastest()));
        cells.add(
                Double.isFinite(goal.ofFastest())
                        ? number(goal.ofFastest(), "%.2f")
                        : Double.isFinite(goal.micros()) ? number(goal.micros(), "%.2g us") : "");
        cells.add(l != null && r.work().hasFloor(l) ? floor(r.work(), l) : "");
        cells.add(l != null ? ratio(r.toFloor(l)) : "");
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String floor(Work work, Limits l) {
        return millis(work.floor(l)) + (work.boundByMemory(l) ? " bytes" : " flops");
    }

    private void calls() {
        if (rows.stream().noneMatch(r -> r.nanos().containsKey(Contender.LEAT_RUN))) {
            return;
        }
        line("Leat by `Session.run`, which looks up the plan of the request, in us:");
        line("");
        line("| workload | threads | prepared | by run | goal by run |");
        line("|---|--:|--:|--:|--:|");
        for (Row r : rows) {
            Double byRun = r.nanos().get(Contender.LEAT_RUN);
            Double prepared = r.nanos().get(Contender.LEAT);
            if (byRun != null && prepared != null) {
                double goal = Goal.of(r.workload()).microsByRun();
                line(String.format(
                        Locale.ROOT,
                        "| %s | %d | %.3g | %.3g | %s |",
                        r.workload(),
                        r.threads(),
                        prepared / 1000,
                        byRun / 1000,
                        Double.isFinite(goal) ? number(goal, "%.1f") : ""));
            }
        }
        line("");
    }

    private void means() {
        line("Geometric means of Leat's time over the fastest peer's; below 1 Leat is faster, and the goal is 0.67:");
        line("");
        line("| threads | all workloads | without those that are mostly the call |");
        line("|--:|--:|--:|");
        for (int threads : new TreeSet<>(rows.stream().map(Row::threads).toList())) {
            line(String.format(
                    Locale.ROOT,
                    "| %d | %s | %s |",
                    threads,
                    mean(threads, r -> true),
                    mean(threads, r -> !Contender.isCall(r.workload()))));
        }
        line("");
    }

    private String mean(int threads, Predicate<Row> chosen) {
        List<Double> ratios = rows.stream()
                .filter(r -> r.threads() == threads)
                .filter(chosen)
                .map(Row::toFastest)
                .flatMapToDouble(OptionalDouble::stream)
                .boxed()
                .toList();
        return ratios.isEmpty() ? "" : number(Statistics.geometricMean(ratios), "%.2f");
    }

    private void shortfalls() {
        List<Row> late = rows.stream().filter(r -> miss(r) > 1).toList();
        if (late.isEmpty()) {
            return;
        }
        line("## Short of the goal");
        line("");
        line(
                "Leat's time over what the goal allows, and where the time of a step goes: shares of the kinds of steps, with"
                        + " the rates that they reach, as far as their work is known.");
        line("");
        late.forEach(r -> line(String.format(
                Locale.ROOT, "- %s, %s: %.2f. %s", r.workload(), threads(r.threads()), miss(r), r.profile())));
        line("");
    }

    private static double miss(Row r) {
        return r.miss(Goal.of(r.workload())).orElse(0);
    }

    private void coldStarts() {
        if (cold.isEmpty()) {
            return;
        }
        line("## Cold start");
        line("");
        line("On this machine TensorFlow takes oneDNN's kernels " + (takesOneDnn ? "" : "not ") + "by default.");
        line("");
        line(
                "From the start of a process to its first result, median of 3, each engine with its defaults and the files in"
                        + " the page cache; the first run alone, without loading the model; the 50th run; and the most memory"
                        + " that the process held over 50 runs. The AOT cache is Java's, made from one run of resnet50."
                        + " [first-runs.svg](first-runs.svg) shows the first 50 runs.");
        line("");
        line("| model | engine | first result ms | first run ms | 50th run ms | peak MB |");
        line("|---|---|--:|--:|--:|--:|");
        for (ColdStart.Row r : cold) {
            line(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.0f | %.3g | %.3g | %.0f |",
                    r.model(),
                    r.engine(),
                    r.millis(),
                    r.runMillis().getFirst(),
                    r.runMillis().getLast(),
                    r.megabytes()));
        }
        line("");
    }

    private void missing() {
        List<String> all = new ArrayList<>();
        for (Row r : rows) {
            r.failures()
                    .forEach((who, why) ->
                            all.add(r.workload() + ", " + threads(r.threads()) + ", " + who.label() + ": " + why));
        }
        all.addAll(failures);
        if (!all.isEmpty()) {
            line("## Not run");
            line("");
            all.forEach(f -> line("- " + f));
        }
    }

    private static String threads(int n) {
        return n == 1 ? "1 thread" : n + " threads";
    }

    private void line(String s) {
        text.append(s).append('\n');
    }

    private static String millis(@org.jspecify.annotations.Nullable Double nanos) {
        return nanos == null ? "" : number(nanos / 1e6, "%.4g");
    }

    private static String ratio(OptionalDouble r) {
        return r.isEmpty() ? "" : number(r.getAsDouble(), "%.3g");
    }

    private static String number(double x, String format) {
        return String.format(Locale.ROOT, format, x);
    }
}
