package io.leat.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Times Leat and its peers on the benchmark graphs, and the machine's limits in the same run, prints the table and writes
 * it to {@code bench/RESULTS.md}. Arguments choose workloads, {@code cold} among them stands for cold starts; then nothing
 * is written. Properties: {@code leat.bench.threads}, on how many threads, {@code 1,2} by default;
 * {@code leat.bench.seconds}, how long all engines of a row together are measured.
 */
public final class Compare {
    private static final long ROW_SECONDS = 150;

    private Compare() {}

    public static void main(String... args) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<String> all = new ArrayList<>(Goal.ALL.stream().map(Goal::workload).toList());
        all.add(Preparation.COLD);
        List<String> chosen = args.length == 0 ? all : List.of(args);
        List<String> workloads =
                chosen.stream().filter(w -> !w.equals(Preparation.COLD)).toList();

        Files.deleteIfExists(Places.log().toPath());
        Jvm.command(Preparation.class, chosen.toArray(new String[0]))
                .inheritIO()
                .start()
                .waitFor();
        Map<Integer, Limits> limits = new TreeMap<>();
        List<Row> rows = new ArrayList<>();
        for (String count : System.getProperty("leat.bench.threads", "1,2").split(",", -1)) {
            int threads = Integer.parseInt(count);
            limits.put(threads, Limits.measure(threads));
            for (String w : workloads) {
                rows.add(race(w, threads));
                System.out.println(new Results(limits, List.of(), List.of(), false, List.of()).line(rows.getLast()));
            }
        }
        var coldStart = new ColdStart();
        List<ColdStart.Row> cold = chosen.contains(Preparation.COLD) ? coldStart.measure() : List.of();
        String text = new Results(limits, rows, cold, coldStart.takesOneDnn(), coldStart.failures()).text();
        System.out.println(text);
        if (args.length == 0) {
            Files.writeString(Path.of("bench", "RESULTS.md"), text);
            Files.writeString(Path.of("bench", "first-runs.svg"), Curves.svg(cold));
            System.out.println("written to bench/RESULTS.md");
        }
        System.out.println("took " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s");
    }

    private static Row race(String workload, int threads) throws IOException, InterruptedException {
        Map<Contender, Double> nanos = new EnumMap<>(Contender.class);
        Map<Contender, String> failures = new EnumMap<>(Contender.class);
        String profile = "";
        ProcessBuilder b = Jvm.command(
                Race.class, workload, Integer.toString(threads), System.getProperty("leat.bench.seconds", "2"));
        b.environment().put(Contender.ONEDNN_SWITCH, "0");
        Process p =
                b.redirectError(ProcessBuilder.Redirect.appendTo(Places.log())).start();
        p.onExit().orTimeout(ROW_SECONDS, TimeUnit.SECONDS).exceptionally(e -> p.destroyForcibly());
        try (var in = new BufferedReader(new InputStreamReader(p.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split("\t", -1);
                switch (words[0]) {
                    case "median" -> nanos.put(Contender.valueOf(words[1]), Double.valueOf(words[2]));
                    case "failed" -> failures.put(Contender.valueOf(words[1]), words[2]);
                    case "profile" -> profile = words[1];
                    default -> System.out.println(line);
                }
            }
        }
        int status = p.waitFor();
        if (status != 0) {
            Arrays.stream(Contender.values())
                    .filter(c -> !nanos.containsKey(c) && c == Contender.LEAT)
                    .forEach(c -> failures.putIfAbsent(c, "its process ended with status " + status));
        }
        return new Row(workload, threads, nanos, failures, profile, Work.of(Workload.read(workload)));
    }
}
