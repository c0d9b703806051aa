package io.leat.conformance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leat.Model;
import io.leat.formats.Examples;
import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Models of TensorFlow 2, whose signatures call functions, and others that need more than arithmetic. */
@ExtendWith(ModelsPage.class)
final class SavedModelsTest {
    private static Tensor one(Map<String, Tensor> results) {
        assertThat(results).hasSize(1);
        return results.values().iterator().next();
    }

    /** A Keras model that takes serialised examples. */
    @Test
    @KnownAnswer(models = "penguin", answer = "accuracy 0.9611 on 334 serialised examples")
    void penguins() throws IOException {
        List<String> lines = Files.readAllLines(Shared.path("data/datasets/penguins_processed.csv"));
        List<String> columns = List.of(lines.getFirst().split(",", -1));
        List<byte[]> examples = new ArrayList<>();
        List<Integer> species = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            species.add(Integer.parseInt(values[0]));
            Map<String, Tensor> features = new LinkedHashMap<>();
            for (int i = 1; i < values.length; i++) {
                features.put(columns.get(i), Tensor.vector(Float.parseFloat(values[i])));
            }
            examples.add(Examples.write(features));
        }
        try (Model model = Model.load(Shared.path("data/models/penguin"))) {
            Tensor scores = one(model.call(
                    Map.of("examples", Tensors.strings(Shape.of(examples.size()), examples.toArray(byte[][]::new)))));
            float[] s = scores.toFloatArray();
            int right = 0;
            for (int i = 0; i < species.size(); i++) {
                int best = 0;
                for (int k = 1; k < 3; k++) {
                    best = s[3 * i + k] > s[3 * i + best] ? k : best;
                }
                right += best == species.get(i) ? 1 : 0;
            }
            assertThat((double) right / species.size()).isCloseTo(0.9611, within(1e-4));
        }
    }

    @Test
    @KnownAnswer(models = "saved_model_half_plus_two_tf2_cpu", answer = "y = x/2 + 2")
    void halfPlusTwo() throws IOException {
        try (Model model = Model.load(Shared.path("data/models/saved_model_half_plus_two_tf2_cpu/00000123"))) {
            Tensor y = one(model.call(Map.of("x", Tensor.vector(6f))));
            assertThat(y.toFloatArray()).containsExactly(5);
        }
    }

    @Test
    @KnownAnswer(models = "SimpleWhileLoop", answer = "3 -> 6")
    void loop() throws IOException {
        try (Model model = Model.load(Shared.path("data/models/SimpleWhileLoop"))) {
            assertThat(one(model.call(Map.of("value", Tensor.scalar(3f)))).scalarFloat())
                    .isEqualTo(6f);
        }
    }

    /** The signature gives what is in a file that lies beside the graph. */
    @Test
    @KnownAnswer(models = "AssetModule", answer = "the text of its file")
    void asset() throws IOException {
        var folder = Shared.path("data/models/AssetModule");
        try (Model model = Model.load(folder)) {
            assertThat(one(model.call(Map.of())).scalarString())
                    .isEqualTo(Files.readString(folder.resolve("assets/test_asset.txt")));
        }
    }

    @Test
    @KnownAnswer(models = "hey_snips", answer = "the first row of the logits, to 1e-5")
    void wakeWord() throws IOException {
        Graph graph = GraphDefs.read(Shared.path("data/models/hey_snips/hey_snips_3.pb"));
        try (var session = Session.open(graph)) {
            Tensor logits = session.run(
                    graph.output("logits:0"),
                    Map.of(graph.output("inputs:0"), Tensor.zeros(DType.FLOAT32, Shape.of(40, 40))));
            assertThat(logits.shape()).isEqualTo(Shape.of(6, 5));
            float[] row = Objects.requireNonNull(logits.toFloatArray());
            float[] known = {3.2218258f, -0.9562863f, -0.9237812f, -0.6141213f};
            for (int i = 0; i < known.length; i++) {
                assertThat(row[i]).isCloseTo(known[i], within(1e-5f));
            }
        }
    }
}
