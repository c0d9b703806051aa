package io.leat.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An engine in a process of its own, which takes its turns when told, and says how long its steps took. */
final class RemoteRacer implements Racer {
    private static final String READY = "ready";
    private static final String FAILED = "failed ";
    private static final String ANSWER = "took ";

    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    /** Starts the process; {@link #awaitReady} waits for it. */
    RemoteRacer(Contender contender, String workload, int threads) throws IOException {
        ProcessBuilder b = Jvm.command(RemoteRacer.class, contender.name(), workload, Integer.toString(threads));
        b.environment().put(Contender.ONEDNN_SWITCH, contender == Contender.TENSORFLOW_ONEDNN ? "1" : "0");
        process = b.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    void awaitReady() throws IOException {
        answer(READY);
    }

    @Override
    public double warmUp() throws IOException {
        return Double.parseDouble(order("warm"));
    }

    @Override
    public double[] turn() throws IOException {
        return Arrays.stream(order("turn").split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private String order(String what) throws IOException {
        orders.write(what + "\n");
        orders.flush();
        return answer(ANSWER);
    }

    private String answer(String start) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(FAILED)) {
                throw new IllegalStateException(line.substring(FAILED.length()));
            }
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
        }
        throw new IllegalStateException("its process ended");
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** The process: contender, workload, threads. */
    public static void main(String... args) throws IOException {
        try (var racer =
                new Timed(Contender.valueOf(args[0]).open(Workload.read(args[1]), Integer.parseInt(args[2])))) {
            System.out.println(READY);
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                double[] nanos = line.equals("warm") ? new double[] {racer.warmUp()} : racer.turn();
                var text = new StringBuilder(ANSWER);
                for (double n : nanos) {
                    text.append(text.length() == ANSWER.length() ? "" : " ").append(n);
                }
                System.out.println(text);
            }
        } catch (RuntimeException | IOException | LinkageError e) {
            System.out.println(FAILED + Race.reason(e));
        }
    }
}
