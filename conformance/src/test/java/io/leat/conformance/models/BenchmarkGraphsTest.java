package io.leat.conformance.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmark graphs give what TensorFlow gave for them. */
final class BenchmarkGraphsTest {
    /** Of the root mean square of a tensor: TensorFlow with oneDNN differs from itself without by 2e-5. */
    private static final double OUTPUTS = 5e-5;

    /** The gradient of the first convolution of cnn_adam differs so much between TensorFlow with and without oneDNN. */
    private static final double GRADIENTS = 2e-4;

    private static final double LOSSES = 1e-4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dispatch",
                "chain100",
                "elementwise",
                "elementwise_feed",
                "softmax",
                "reduce0",
                "reduce1",
                "transpose",
                "gather",
                "matmul512",
                "bert",
                "resnet50",
                "mobilenet",
                "mlp_sgd",
                "mlp_adam",
                "cnn_adam",
                "lstm",
                "lstm_while",
                "lstm_while_fwd"
            })
    void giveWhatTensorFlowGives(String name) throws IOException {
        Graph graph = GraphDefs.read(Shared.path("bench/graphs/" + name + ".pb"));
        GraphScript script = GraphScript.read(Shared.path("bench/graphs/" + name + ".txt"));
        List<String> wanted = new ArrayList<>(script.inits());
        wanted.addAll(script.fetches().keySet());
        wanted.addAll(script.before().keySet());
        if (script.target() != null) {
            wanted.add(script.target());
        }
        Shared.assumeOps(graph, wanted, script.feeds().keySet());
        Map<Output, Tensor> feeds = new LinkedHashMap<>();
        script.feeds().forEach((tensor, value) -> feeds.put(graph.output(tensor), value));
        try (var session = Session.open(graph)) {
            script.inits().forEach(i -> session.run(graph.node(i)));
            compare(session, script.fetches(), feeds, OUTPUTS);
            compare(session, script.before(), feeds, GRADIENTS);
            if (script.losses() != null) {
                train(session, graph.node(Objects.requireNonNull(script.target())), script.losses(), feeds);
            }
        }
    }

    private static void compare(
            Session session, Map<String, Tensor> answers, Map<Output, Tensor> feeds, double nearness) {
        Graph graph = session.graph();
        List<Output> fetches = answers.keySet().stream().map(graph::output).toList();
        List<Tensor> actual = session.run(fetches, feeds, List.of());
        int at = 0;
        for (var e : answers.entrySet()) {
            Tensor value = actual.get(at++);
            assertThat(value.shape()).as(e.getKey()).isEqualTo(e.getValue().shape());
            assertThat(distance(e.getValue(), value)).as(e.getKey()).isLessThanOrEqualTo(nearness);
        }
    }

    /** The greatest difference as part of the root mean square of what is expected. */
    private static double distance(Tensor expected, Tensor actual) {
        Elements a = Elements.of(actual);
        Elements e = Elements.of(expected);
        double most = 0;
        double squares = 0;
        for (int i = 0; i < e.size(); i++) {
            double difference = Math.abs(e.real(i) - a.real(i));
            most = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(most, difference);
            squares += e.real(i) * e.real(i);
        }
        return most == 0 ? 0 : most / Math.sqrt(squares / e.size());
    }

    private static void train(Session session, Node step, Tensor losses, Map<Output, Tensor> feeds) {
        Output loss = session.graph().output("loss:0");
        Elements expected = Elements.of(losses);
        for (int i = 0; i < expected.size(); i++) {
            float actual =
                    session.run(List.of(loss), feeds, List.of(step)).getFirst().scalarFloat();
            assertThat(actual / expected.real(i) - 1)
                    .as("loss in step %d: %s", i, actual)
                    .isBetween(-LOSSES, LOSSES);
        }
    }
}
