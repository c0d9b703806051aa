package io.leat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.graph.Graph;
import io.leat.graph.Output;
import io.leat.ops.Tf;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    private final Graph graph = Graph.create();
    private final Tf tf = Tf.of(graph);
    private final Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(8, 16));
    private final Output product =
            tf.withName("product").matmul(x, tf.constant(Tensor.zeros(DType.FLOAT32, Shape.of(16, 4))));
    private final Output y = tf.math().exp(product).plus(tf.constant(1f));

    @Test
    void saysWhatEachStepDid() {
        try (Session session = Session.open(graph)) {
            Profiled<List<Tensor>> run = session.runner()
                    .feed(x, Tensor.zeros(DType.FLOAT32, Shape.of(8, 16)))
                    .fetch(y)
                    .profile();
            assertThat(run.value().getFirst().toFloatArray()).hasSize(32).containsOnly(2f);
            Profile p = run.profile();
            Profile.Step matmul = step(p, "MatMul");
            assertThat(matmul.name()).isEqualTo("product");
            assertThat(matmul.operations()).isEqualTo(2 * 8 * 16 * 4);
            assertThat(matmul.bytes()).isEqualTo(4 * (8 * 16 + 16 * 4 + 8 * 4));
            Profile.Step map = step(p, "Map");
            assertThat(map.nodes()).hasSize(2).last().asString().matches(".*= Add(V2)?");
            assertThat(map.operations()).isEqualTo(2 * 32);
            assertThat(p.nanos())
                    .isEqualTo(p.steps().stream().mapToLong(Profile.Step::nanos).sum());
            assertThat(p.byKind()).containsOnlyKeys("MatMul", "Map");
            assertThat(p.longest()).hasSameElementsAs(p.steps());
            assertThat(p.toString()).contains("in 2 steps").contains("(2 nodes)");
        }
    }

    /** Warming up must not train, nor draw random numbers. */
    @Test
    void warmsUpWithoutEffects() {
        var count = tf.variable("count", io.leat.ops.state.Init.zeros());
        var more = tf.assignAdd(count, tf.constant(1f));
        try (Session session = Session.open(graph)) {
            session.run(graph.initializer());
            session.prepare(Feeds.of(), Fetches.of(count), more).warmUp();
            assertThat(session.run(count).scalarFloat()).isZero();
            assertThat(session.prepare(Feeds.of(), Fetches.of(count))
                            .warmUp()
                            .call()
                            .scalarFloat())
                    .isZero();
        }
    }

    private static Profile.Step step(Profile p, String kind) {
        return p.steps().stream().filter(s -> s.kind().equals(kind)).findFirst().orElseThrow();
    }

    @Test
    void writesATrace(@TempDir Path folder) throws IOException {
        var p = new Profile(
                List.of(new Profile.Step("Map", "a\"b\\c", List.of("a = Neg", "b = Exp"), 1500, 250, 64, 32)),
                0,
                250,
                0);
        p.writeChromeTrace(folder.resolve("trace.json"));
        String json = Files.readString(folder.resolve("trace.json"));
        assertThat(json)
                .contains("\"ts\":1.500,\"dur\":0.250")
                .contains("\"name\":\"a\\\"b\\\\c\"")
                .contains("\"nodes\":\"a = Neg; b = Exp\"")
                .contains("\"bytes\":64,\"operations\":32");
        assertThat(Pattern.compile("[{]").matcher(json).results().count())
                .isEqualTo(Pattern.compile("[}]").matcher(json).results().count());
    }
}
