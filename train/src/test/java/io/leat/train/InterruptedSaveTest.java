package io.leat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leat.graph.Graph;
import io.leat.graph.Variable;
import io.leat.ops.Tf;
import io.leat.ops.state.Init;
import io.leat.runtime.Session;
import io.leat.tensor.Tensor;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that are killed while they save, or that may not write more: what was saved before stays usable. */
class InterruptedSaveTest {
    private static final int SIZE = 20_000;

    @TempDir
    Path folder;

    /** A variable of which all elements are the number of the step. */
    private static final class Model {
        final Graph graph = Graph.create();
        final Variable w = Tf.of(graph).variable("w", Init.zeros(SIZE));
        final io.leat.graph.Node next = Tf.of(graph).assignAdd(w, Tf.of(graph).onesLike(w));
    }

    /** Saves step after step, and prints each when it is saved. */
    static final class Saving {
        private Saving() {}

        public static void main(String... args) throws IOException {
            Model model = new Model();
            Saver saver = Saver.of(model.graph).maxToKeep(2);
            try (Session session = Session.open(model.graph)) {
                session.run(model.graph.initializer());
                for (int step = 1; ; step++) {
                    session.run(model.next);
                    saver.save(session, Path.of(args[0], "m"), step);
                    System.out.println(step);
                }
            }
        }
    }

    private Process start(List<String> before) throws IOException {
        List<String> command = new ArrayList<>(before);
        String path = System.getProperty("jdk.module.path", "")
                + File.pathSeparator
                + System.getProperty("java.class.path", "")
                + File.pathSeparator
                + Path.of("target", "test-classes").toAbsolutePath();
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                path,
                Saving.class.getName(),
                folder.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static BufferedReader output(Process p) {
        return new BufferedReader(new InputStreamReader(p.getInputStream(), StandardCharsets.UTF_8));
    }

    private int savedStep() throws IOException {
        Path latest = Objects.requireNonNull(Saver.latestCheckpoint(folder));
        Model model = new Model();
        try (Session session = Session.open(model.graph)) {
            Saver.of(model.graph).restore(session, latest);
            float[] w = session.run(model.w).toFloatArray();
            int step = (int) w[0];
            assertThat(latest).hasFileName("m-" + step);
            assertThat(Tensor.vector(w).isClose(Tensor.vector(filled(step)), 0, 0))
                    .isTrue();
            return step;
        }
    }

    private static float[] filled(float value) {
        float[] v = new float[SIZE];
        java.util.Arrays.fill(v, value);
        return v;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9})
    void aKilledProcess(int steps) throws IOException, InterruptedException {
        Process p = start(List.of());
        int printed = 0;
        try (BufferedReader out = output(p)) {
            for (String line = out.readLine(); line != null && printed < steps; line = out.readLine()) {
                printed = line.matches("\\d+") ? Integer.parseInt(line) : printed;
            }
        } finally {
            p.destroyForcibly().waitFor();
        }
        assertThat(savedStep()).isGreaterThanOrEqualTo(steps);
    }

    /** The limit on the size of a file stands for a full disk: the first small checkpoint is there, the large one fails. */
    @Test
    void aProcessThatCannotWrite() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell with ulimit");
        Model model = new Model();
        try (Session session = Session.open(model.graph)) {
            session.run(model.graph.initializer());
            Saver.of(model.graph).save(session, folder.resolve("m"), 0);
        }
        Process p = start(List.of("/bin/sh", "-c", "ulimit -f 64; exec \"$0\" \"$@\""));
        String printed;
        try (BufferedReader out = output(p)) {
            printed = String.join("\n", out.readAllLines());
        }
        assertThat(p.waitFor()).isNotZero();
        assertThat(printed).contains("java.io.IOException").doesNotContainPattern("(?m)^1$");
        assertThat(savedStep()).isZero();
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName() + "")).noneMatch(n -> n.contains("tempstate"));
        }
    }
}
