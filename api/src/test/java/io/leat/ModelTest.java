package io.leat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leat.graph.Graph;
import io.leat.graph.Output;
import io.leat.ops.Tf;
import io.leat.ops.state.Init;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.train.ModelExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTest {
    @TempDir
    Path folder;

    @Test
    void callsWhatWasExported() throws IOException {
        Graph graph = Graph.create();
        Tf tf = Tf.of(graph);
        Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(Shape.ANY));
        Output y = x.times(tf.variable("w", Init.constant(3)));
        Path saved = folder.resolve("model");
        try (Session session = Session.open(graph)) {
            session.run(graph.initializer());
            ModelExport.write(session, saved, Map.of("in", x), Map.of("out", y));
        }
        try (Model model = Model.load(saved)) {
            Map<String, Tensor> out = model.call(Map.of("in", Tensor.vector(1f, 2f)));
            assertThat(out).containsOnlyKeys("out");
            assertThat(out.get("out").toFloatArray()).containsExactly(3f, 6f);
            assertThatThrownBy(() -> model.call(Map.of()))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessage("signature 'serving_default' needs input 'in', in: float[?]");
            assertThatThrownBy(() -> model.call(Map.of("inn", Tensor.scalar(1f))))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("did you mean 'in'?");
            assertThatThrownBy(() -> model.signature("other")).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> Model.load(folder.resolve("none"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void callsModelsThatTensorFlowWrote() throws IOException {
        Path models = root().resolveSibling("shared").resolve("data/models");
        assumeTrue(Files.isDirectory(models), models + " is not there");
        try (Model model = Model.load(models.resolve("saved_model_half_plus_two_cpu/00000123"))) {
            Tensor y =
                    model.call(Map.of("x", Tensor.of(Shape.of(2, 1), 1f, 5f))).get("y");
            assertThat(y).isNotNull();
            assertThat(y.toFloatArray()).containsExactly(2.5f, 4.5f);
        }
    }

    private static Path root() {
        Path p = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(p.resolve(".mvn"))) {
            p = java.util.Objects.requireNonNull(p.getParent(), "no folder .mvn above");
        }
        return p;
    }
}
