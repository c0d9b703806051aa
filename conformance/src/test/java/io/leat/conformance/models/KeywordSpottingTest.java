package io.leat.conformance.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that hear a word in the bytes of a WAV file. */
@ExtendWith(ModelsPage.class)
final class KeywordSpottingTest {
    @ParameterizedTest
    @CsvSource({"DS_CNN_S, yes", "DS_CNN_S, no", "Basic_LSTM_S, yes", "Basic_LSTM_S, no"})
    @KnownAnswer(models = "kws", answer = "DS_CNN_S and Basic_LSTM_S hear yes and no in WAV files")
    void hearsTheWord(String network, String word) throws IOException {
        Graph graph = GraphDefs.read(Shared.path("data/models/kws/" + network + ".pb"));
        Shared.assumeOps(graph, List.of("labels_softmax:0"), List.of());
        List<String> labels = Files.readAllLines(Shared.path("data/models/kws/labels.txt"));
        byte[] sound = Files.readAllBytes(Shared.path("data/datasets/wav/" + word + "_1000ms.wav"));
        Elements file = Elements.allocate(DType.STRING, Shape.SCALAR);
        file.setString(0, sound);
        try (var session = Session.open(graph)) {
            Tensor heard =
                    session.run(graph.output("labels_softmax:0"), Map.of(graph.output("wav_data:0"), file.tensor()));
            assertThat(heard.shape()).isEqualTo(Shape.of(1, labels.size()));
            float[] chances = heard.toFloatArray();
            int best = 0;
            for (int i = 1; i < chances.length; i++) {
                best = chances[i] > chances[best] ? i : best;
            }
            assertThat(labels.get(best).strip()).isEqualTo(word);
            assertThat(chances[best]).isGreaterThan(word.equals("yes") ? 0.96f : 0.5f);
        }
    }
}
