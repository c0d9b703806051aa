package io.leat.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Times Leat and TensorFlow on the benchmark graphs, one after the other on each, prints the ratios and writes them to
 * {@code bench/RESULTS.md}. Arguments choose workloads; without any, all run. Property {@code leat.bench.threads} says on
 * how many threads, {@code 1,2} by default.
 */
public final class Compare {
    private static final List<String> WORKLOADS = List.of(
            "dispatch",
            "chain100",
            "matmul512",
            "mlp_sgd",
            "mlp_adam",
            "cnn_adam",
            "resnet50",
            "mobilenet",
            "bert",
            "lstm",
            "lstm_while",
            "lstm_while_fwd",
            "elementwise_feed",
            "elementwise",
            "softmax",
            "reduce0",
            "reduce1",
            "transpose",
            "gather");

    private record Row(String workload, int threads, double leat, double tensorflow) {
        double ratio() {
            return leat / tensorflow;
        }
    }

    private Compare() {}

    public static void main(String... args) throws RunnerException, IOException {
        List<String> chosen = args.length == 0 ? WORKLOADS : List.of(args);
        List<Row> rows = new ArrayList<>();
        for (String count : System.getProperty("leat.bench.threads", "1,2").split(",", -1)) {
            int threads = Integer.parseInt(count);
            for (String w : chosen) {
                rows.add(new Row(w, threads, time(w, "leat", threads), time(w, "tensorflow", threads)));
                System.out.println(line(rows.getLast()));
            }
        }
        String table = table(rows);
        System.out.println(table);
        Path results = Path.of("bench", "RESULTS.md");
        if (args.length == 0) {
            Files.writeString(results, table);
            System.out.println("written to " + results.toAbsolutePath());
        }
    }

    /** The median in microseconds. */
    private static double time(String workload, String engine, int threads) throws RunnerException {
        var options = new OptionsBuilder()
                .include(GraphRun.class.getName())
                .param("workload", workload)
                .param("engine", engine)
                .param("threads", Integer.toString(threads))
                .jvmArgsAppend("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED")
                .shouldFailOnError(true)
                .build();
        RunResult r = new Runner(options).run().iterator().next();
        return r.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static String line(Row r) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.4g | %.4g | %.3g |",
                r.workload(),
                r.threads(),
                r.leat() / 1000,
                r.tensorflow() / 1000,
                r.ratio());
    }

    private static String table(List<Row> rows) {
        double logs =
                rows.stream().mapToDouble(r -> Math.log(r.ratio())).average().orElse(0);
        var text = new StringBuilder("# Leat and TensorFlow on the benchmark graphs\n\n");
        text.append(
                "Medians of one step in ms, both engines in one run, TensorFlow 2.18 through TensorFlow-Java 1.1.0. ");
        text.append("Ratio: Leat's time divided by TensorFlow's; below 1 Leat is faster. ");
        text.append("Leat runs a prepared call; TensorFlow-Java has only its runner, with feed tensors kept. ");
        text.append("`./build bench` writes this file.\n\n");
        text.append(LocalDate.now(java.time.ZoneOffset.UTC)).append(", ");
        text.append(Runtime.getRuntime().availableProcessors()).append(" processors, Java ");
        text.append(Runtime.version()).append(".\n\n");
        text.append("| workload | threads | Leat | TensorFlow | ratio |\n|---|--:|--:|--:|--:|\n");
        rows.forEach(r -> text.append(line(r)).append('\n'));
        text.append(String.format(Locale.ROOT, "%nGeometric mean of the ratios: %.2f%n", Math.exp(logs)));
        return text.toString();
    }
}
