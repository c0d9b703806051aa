package io.leat.conformance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.Model;
import io.leat.formats.MetaGraph;
import io.leat.graph.Graph;
import io.leat.runtime.Session;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** MetaGraphs as TensorFlow 1 wrote them: a cond, and an export from before there were SavedModels. */
@ExtendWith(ModelsPage.class)
final class MetaGraphsTest {
    private static final String BAD = "data/models/bad_half_plus_two";

    /** {@code cond(2 < 5, 2 * 17, 5 + 23)}; TensorFlow gives the same, and the number of the branch. */
    @Test
    @KnownAnswer(models = "metagraph/cond_test.meta", answer = "34, and 28 the other way")
    void cond() throws IOException {
        Graph graph = MetaGraph.read(Shared.path("data/models/metagraph/cond_test.meta"))
                .graph();
        var merge = List.of(graph.output("cond/Merge:0"), graph.output("cond/Merge:1"));
        try (var session = Session.open(graph)) {
            List<Tensor> yes = session.run(merge, Map.of(), List.of());
            assertThat(yes.getFirst().scalarInt()).isEqualTo(34);
            assertThat(yes.getLast().scalarInt()).isEqualTo(1);
            List<Tensor> no = session.run(merge, Map.of(graph.output("Const:0"), Tensor.scalar(9)), List.of());
            assertThat(no.getFirst().scalarInt()).isEqualTo(28);
            assertThat(no.getLast().scalarInt()).isEqualTo(0);
        }
    }

    @Test
    void condAsAModel() throws IOException {
        try (Model model = Model.load(Shared.path("data/models/metagraph/cond_test.meta"))) {
            assertThat(model.call(Map.of()).get("cond/Merge"))
                    .satisfies(t -> assertThat(t.scalarInt()).isEqualTo(34));
        }
    }

    /** No SavedModel, which the error says, as it says where the graph is. */
    @Test
    @KnownAnswer(models = "bad_half_plus_two", answer = "an error: no SavedModel, an export from before there were any")
    void oldExport() {
        for (String folder : new String[] {BAD, BAD + "/00000123"}) {
            Path path = Shared.path(folder);
            assertThatThrownBy(() -> Model.load(path))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("SavedModel file does not exist at: " + path)
                    .hasMessageContaining("export from before there were SavedModels")
                    .hasMessageContaining("00000123/export.meta");
        }
    }

    /** What is wrong says each other way to read it. */
    @Test
    void oldExportReadOtherwise() {
        Path folder = Shared.path(BAD + "/00000123");
        assertThatThrownBy(() -> MetaGraph.read(folder))
                .isInstanceOf(FailedPreconditionException.class)
                .hasMessageContaining(folder + "; Is a directory");
        assertThatThrownBy(() -> Model.load(folder.resolve("export")))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("Cannot parse file " + folder.resolve("export"));
    }

    /** The graph in it and the checkpoint of version 1 beside it are whole: TensorFlow, too, restores 0.5 and 2. */
    @Test
    void oldExportAsAMetaGraph() throws IOException {
        try (Model model = Model.load(Shared.path(BAD + "/00000123/export.meta"))) {
            Graph graph = model.graph();
            Tensor y = model.session()
                    .run(graph.output("Add:0"), Map.of(graph.output("Placeholder:0"), Tensor.vector(1f, 2f)));
            assertThat(y.toFloatArray()).containsExactly(2.5f, 3f);
        }
    }
}
