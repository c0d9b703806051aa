package io.leat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.formats.CheckpointReader;
import io.leat.formats.CheckpointState;
import io.leat.formats.GraphDefs;
import io.leat.formats.SavedModel;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.ops.Tf;
import io.leat.ops.state.Init;
import io.leat.runtime.Session;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaverTest {
    @TempDir
    Path folder;

    private final Graph graph = Graph.create();
    private final Tf tf = Tf.of(graph);
    private final Variable w = tf.variable("layer/w", Init.of(Tensor.vector(1f, 2f)));
    private final Variable b = tf.variable("b", Init.zeros(1));
    private final Node change = tf.assignAdd(w, tf.constant(1f, 1f));

    @Test
    void restoresWhatItSaved() throws IOException {
        Saver saver = Saver.of(graph);
        try (Session session = Session.open(graph)) {
            session.run(graph.initializer());
            session.run(change);
            Path saved = saver.save(session, folder.resolve("sub/model"), 7);
            assertThat(saved).isEqualTo(folder.resolve("sub/model-7"));
            session.run(change);
            saver.restore(session, saved);
            assertThat(session.run(w).toFloatArray()).containsExactly(2f, 3f);
        }
        try (Session other = Session.open(graph)) {
            saver.restore(other, java.util.Objects.requireNonNull(Saver.latestCheckpoint(folder.resolve("sub"))));
            assertThat(other.run(w).toFloatArray()).containsExactly(2f, 3f);
            assertThat(other.run(b).toFloatArray()).containsExactly(0f);
        }
    }

    @Test
    void keepsTheLastOnes() throws IOException {
        Saver saver = Saver.of(graph).maxToKeep(2).withMetaGraphs();
        try (Session session = Session.open(graph)) {
            session.run(graph.initializer());
            for (int i = 0; i < 4; i++) {
                saver.save(session, folder.resolve("m"), i);
            }
        }
        CheckpointState state = java.util.Objects.requireNonNull(CheckpointState.read(folder));
        assertThat(state.latest()).isEqualTo("m-3");
        assertThat(state.all()).containsExactly("m-2", "m-3");
        try (var files = Files.list(folder)) {
            assertThat(files.map(p -> p.getFileName() + ""))
                    .containsExactlyInAnyOrder(
                            "checkpoint",
                            "m-2.index",
                            "m-2.meta",
                            "m-2.data-00000-of-00001",
                            "m-3.index",
                            "m-3.meta",
                            "m-3.data-00000-of-00001");
        }
    }

    @Test
    void aFailureLeavesTheLastCheckpoint() throws IOException {
        Saver saver = Saver.of(graph);
        try (Session session = Session.open(graph)) {
            session.run(graph.initializer());
            saver.save(session, folder.resolve("m"), 1);
            session.run(change);
            // No file can take the place of a folder that is not empty.
            Files.createDirectories(folder.resolve("m-2.index/in the way"));
            assertThatThrownBy(() -> saver.save(session, folder.resolve("m"), 2))
                    .isInstanceOf(IOException.class);
            Path latest = java.util.Objects.requireNonNull(Saver.latestCheckpoint(folder));
            assertThat(latest).isEqualTo(folder.resolve("m-1"));
            saver.restore(session, latest);
            assertThat(session.run(w).toFloatArray()).containsExactly(1f, 2f);
        }
    }

    @Test
    void namesWhatDoesNotFit() throws IOException {
        Graph other = Graph.create();
        Tf t = Tf.of(other);
        t.variable("b", Init.zeros(2));
        Path saved;
        try (Session session = Session.open(other)) {
            session.run(other.initializer());
            saved = Saver.of(other).save(session, folder.resolve("other"));
        }
        try (Session session = Session.open(graph)) {
            assertThatThrownBy(() -> Saver.of(graph).restore(session, saved))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("float[2] for variable 'b', which is float[1]");
            assertThatThrownBy(() -> Saver.of(List.of(w)).restore(session, saved))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("the checkpoint lacks layer/w; it has b");
        }
    }

    @Test
    void exportsModelsAndFrozenGraphs() throws IOException {
        Output y = tf.withName("y").identity(w.times(2.0));
        Path model = folder.resolve("model");
        try (Session session = Session.open(graph)) {
            session.run(graph.initializer());
            session.run(change);
            ModelExport.write(session, model, Map.of(), Map.of("y", y));
            ModelExport.write(session, folder.resolve("again"), Map.of(), Map.of("y", y));
            Path frozen = folder.resolve("frozen.pb");
            GraphDefs.write(FrozenGraphs.freeze(session, List.of(y)), frozen);
            Graph read = GraphDefs.read(frozen);
            assertThat(read.nodes()).noneMatch(n -> n.type().contains("Var"));
            try (Session s = Session.open(read)) {
                assertThat(s.run(read.output("y:0")).toFloatArray()).containsExactly(4f, 6f);
            }
        }
        SavedModel loaded = SavedModel.load(model, "serve");
        assertThat(CheckpointReader.open(loaded.variablesPrefix()).names()).containsExactly("b", "layer/w");
        var saver = java.util.Objects.requireNonNull(loaded.metaGraph().saver());
        try (Session session = Session.open(loaded.metaGraph().graph())) {
            session.runner()
                    .feed(
                            saver.filename(),
                            Tensor.scalar(loaded.variablesPrefix().toString()))
                    .target(saver.restore())
                    .run();
            assertThat(session.runner().fetch("y:0").runOne().toFloatArray()).containsExactly(4f, 6f);
        }
    }
}
