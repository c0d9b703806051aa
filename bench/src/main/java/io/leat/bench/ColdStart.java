package io.leat.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** From the start of a process to its first result, for each engine and model. */
final class ColdStart {
    static final int RUNS = 50;
    private static final int REPEATS = 3;
    /** First results differ by no more than this, relative to those above 1. */
    private static final double TOLERANCE = 1e-3;

    /**
     * @param millis the median from the start of the process to the first result
     * @param megabytes the most memory that the process held, over all its runs
     * @param runMillis each of the first runs, without loading the model
     */
    record Row(String model, String engine, double millis, double megabytes, List<Double> runMillis) {}

    private record Once(double millis, double value, double megabytes, List<Double> runMillis) {}

    private static final String LOG = "cold.log";
    private static final String TAKES_ONEDNN = "oneDNN custom operations are on";

    private final List<String> failures = new ArrayList<>();
    private final Map<String, Double> values = new HashMap<>();
    private boolean takesOneDnn;

    /** Whether TensorFlow takes oneDNN's kernels on this machine when nobody says; known after {@link #measure}. */
    boolean takesOneDnn() {
        return takesOneDnn;
    }

    /** What could not be run, with the reason. */
    List<String> failures() {
        return failures;
    }

    List<Row> measure() throws IOException, InterruptedException {
        List<ColdModel> models = ColdModel.all();
        Path cache = Places.made().resolve("leat.aot");
        run(models.getLast(), Contender.LEAT, 10, List.of("-XX:AOTCacheOutput=" + cache));
        List<Row> rows = new ArrayList<>();
        for (ColdModel m : models) {
            int first = rows.size();
            row(rows, m, "TensorFlow", Contender.TENSORFLOW, List.of());
            row(rows, m, "ONNX Runtime", Contender.ONNX_RUNTIME, List.of());
            row(rows, m, "Leat", Contender.LEAT, List.of());
            if (Files.exists(cache)) {
                row(rows, m, "Leat, AOT cache", Contender.LEAT, List.of("-XX:AOTCache=" + cache));
            }
            rows.subList(first, rows.size())
                    .forEach(r -> System.out.println(r.model() + " " + r.engine() + " " + Math.round(r.millis())
                            + " ms, " + Math.round(r.megabytes()) + " MB"));
        }
        return rows;
    }

    private void row(List<Row> rows, ColdModel m, String label, Contender who, List<String> options)
            throws IOException, InterruptedException {
        try {
            Once warm = run(m, who, RUNS, options);
            takesOneDnn |= who == Contender.TENSORFLOW
                    && Files.readString(Places.made().resolve(LOG)).contains(TAKES_ONEDNN);
            double expected = values.computeIfAbsent(m.name(), k -> warm.value());
            if (Math.abs(warm.value() - expected) > TOLERANCE * Math.max(1, Math.abs(expected))) {
                throw new IllegalStateException("gives " + warm.value() + ", expected " + expected);
            }
            double[] millis = new double[REPEATS];
            millis[0] = warm.millis();
            for (int i = 1; i < REPEATS; i++) {
                millis[i] = run(m, who, 1, options).millis();
            }
            rows.add(new Row(m.name(), label, Statistics.median(millis), warm.megabytes(), warm.runMillis()));
        } catch (IllegalStateException e) {
            failures.add("cold start of " + m.name() + " with " + label + ": " + Race.reason(e));
        }
    }

    private static Once run(ColdModel m, Contender who, int runs, List<String> options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(m.arguments(who));
        arguments.add(Integer.toString(runs));
        ProcessBuilder b = Jvm.command(options, Cold.class, arguments.toArray(new String[0]));
        b.environment().remove(Contender.ONEDNN_SWITCH);
        b.environment().put(Jvm.TENSORFLOW_LOG, "0"); // it says whether it takes oneDNN
        b.redirectError(Places.made().resolve(LOG).toFile());
        long start = System.nanoTime();
        Process p = b.start();
        double millis = Double.NaN;
        double value = Double.NaN;
        double megabytes = Double.NaN;
        List<Double> each = List.of();
        try (var in = new BufferedReader(new InputStreamReader(p.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(Cold.FIRST)) {
                    millis = (System.nanoTime() - start) / 1e6;
                    value = Double.parseDouble(line.substring(Cold.FIRST.length()));
                } else if (line.startsWith(Cold.RUNS)) {
                    each = Arrays.stream(line.substring(Cold.RUNS.length()).split(" ", -1))
                            .map(t -> Double.parseDouble(t) / 1e6)
                            .toList();
                } else if (line.startsWith(Cold.PEAK)) {
                    megabytes = Double.parseDouble(line.substring(Cold.PEAK.length())) / 1024;
                }
            }
        }
        p.waitFor(1, TimeUnit.MINUTES);
        if (Double.isNaN(megabytes)) {
            throw new IllegalStateException("its process ended with status " + p.exitValue());
        }
        return new Once(millis, value, megabytes, each);
    }
}
