package io.leat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.runtime.Session;
import io.leat.tensor.OutOfRangeException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Datasets with functions that TensorFlow made, {@code tools/data}, give what they gave there. */
class DatasetGraphsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mapped",
                "mapped_once",
                "flat",
                "flat_once",
                "interleaved",
                "interleaved_once",
                "in_parallel",
                "in_parallel_once",
                "texts",
                "texts_once"
            })
    void giveWhatTensorFlowGave(String name) throws IOException {
        Graph graph;
        try (InputStream in =
                Objects.requireNonNull(DatasetGraphsTest.class.getResourceAsStream("/io/leat/data/" + name + ".pb"))) {
            graph = GraphDefs.parse(in.readAllBytes());
        }
        boolean once = name.endsWith("_once");
        try (var session = Session.open(graph)) {
            for (int pass = 0; pass < (once ? 1 : 2); pass++) {
                if (!once) {
                    session.run(graph.node("init"));
                }
                int count = 0;
                for (Node want = graph.find("want0"); want != null; want = graph.find("want" + count)) {
                    assertThat(session.run(graph.output("next:0")).contentEquals(session.run(want.output(0))))
                            .as("element %d", count)
                            .isTrue();
                    count++;
                }
                assertThat(count).isPositive();
                assertThatThrownBy(() -> session.run(graph.output("next:0"))).isInstanceOf(OutOfRangeException.class);
            }
        }
    }
}
