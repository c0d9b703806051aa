package io.leat;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.formats.GraphDefs;
import io.leat.graph.Gradients;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gradients that are added here to graphs with TensorFlow 1's control flow, made by {@code tools/flow}, of first and second
 * order, give what TensorFlow's give.
 */
class FlowGradientsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "arrays",
                "condition",
                "condition_in_loop",
                "conditions_in_a_row",
                "doubles",
                "growing_array",
                "loop_in_condition",
                "loop_in_loop",
                "map_and_fold",
                "matrix_loop",
                "nested_condition",
                "not_entered",
                "one_loop_feeds_another",
                "powers",
                "rnn",
                "scan",
                "several_variables",
                "three_deep",
                "unknown_shapes"
            })
    void areThoseOfTensorFlow(String name) throws IOException {
        Graph graph = read("slopes/" + name);
        List<Output> outs = outputs(graph, "out");
        List<Output> wrt = new ArrayList<>();
        Map<Output, Tensor> feeds = new LinkedHashMap<>();
        try (var session = Session.open(graph)) {
            List<Output> given = outputs(graph, "given");
            for (int i = 0; i < given.size(); i++) {
                feeds.put(graph.output("in" + i), session.run(given.get(i)));
            }
            for (Output n : outputs(graph, "wrt")) {
                wrt.add(graph.output(session.run(n).scalarString()));
            }
            List<Output> slopes = slopes(outs, wrt);
            List<Output> all = new ArrayList<>(slopes);
            all.addAll(outs);
            List<Tensor> wanted = session.run(outputs(graph, "slope"), Map.of(), List.of());
            List<Tensor> values = session.run(outputs(graph, "want"), Map.of(), List.of());
            for (int again = 0; again < 2; again++) {
                List<Tensor> got = session.run(all, feeds, List.of());
                near(got.subList(0, wanted.size()), wanted);
                near(got.subList(wanted.size(), got.size()), values);
            }
            near(session.run(slopes, feeds, List.of()), wanted);
            near(session.run(outs, feeds, List.of()), values);

            List<Output> curves = slopes(slopes, wrt);
            near(session.run(curves, feeds, List.of()), session.run(outputs(graph, "curve"), Map.of(), List.of()));
            near(session.run(all, feeds, List.of()).subList(0, wanted.size()), wanted);
        }
    }

    private static List<Output> slopes(List<Output> ys, List<Output> xs) {
        List<Output> out = new ArrayList<>();
        Gradients.in(ys.getFirst().graph().ops())
                .zerosForUnconnected()
                .dense(ys, xs)
                .forEach(g -> out.add(requireNonNull(g)));
        return out;
    }

    @Test
    void loopsThatTensorFlowHasDifferentiatedHaveNoSecondOne() throws IOException {
        Graph graph = read("flow/while_v1");
        Output slope = graph.output("out2");
        Output x = graph.output("in1");
        assertThatThrownBy(() -> Gradients.in(graph.ops()).dense(List.of(slope), List.of(x)))
                .isInstanceOf(UnimplementedException.class)
                .hasMessageContaining("it keeps values for gradients that TensorFlow has added");
        assertThat(Gradients.in(graph.ops()).dense(List.of(graph.output("out1")), List.of(x)))
                .doesNotContainNull();
    }

    private static Graph read(String name) throws IOException {
        try (InputStream in = requireNonNull(FlowGradientsTest.class.getResourceAsStream("/io/leat/" + name + ".pb"))) {
            return GraphDefs.parse(in.readAllBytes());
        }
    }

    private static List<Output> outputs(Graph graph, String name) {
        List<Output> found = new ArrayList<>();
        for (Node n = graph.find(name + 0); n != null; n = graph.find(name + found.size())) {
            found.add(n.output(0));
        }
        return found;
    }

    private static void near(List<Tensor> actual, List<Tensor> wanted) {
        assertThat(actual).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(actual.get(i).shape()).isEqualTo(wanted.get(i).shape());
            assertThat(actual.get(i).isClose(wanted.get(i), 1e-4, 1e-5))
                    .as("%d: %s, not %s", i, actual.get(i), wanted.get(i))
                    .isTrue();
        }
    }
}
